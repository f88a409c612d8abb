/**
 * Wires to outside companies. Words: connector (a company we know how to talk to; declared in its folder under connectors/),
 * connection (a workspace's account there), registration (the installation's own account there, filled in by a superadmin),
 * message (what a company sends us). Invariants: secrets lie sealed and are never shown again; a connection is stored only after
 * the company has accepted it; nothing of a message is believed before its signature was checked over the bytes as they came; a
 * message is stored once by its id, however often and by whatever way it comes; doing what it asks for may be repeated at any time.
 */
import { module } from '#platform/module.ts';
import { notice } from '#platform/notices/notice.ts';
import { removeApp, setApp, superApps } from './apps.ts';
import { checkConnection } from './check.ts';
import { connectByKey } from './connect.ts';
import { connectors } from './connector.ts';
import { accessEnded, disconnect } from './disconnect.ts';
import { connectionBroke, connectionChanged, inboundReceived, inboundRecovered } from './events.ts';
import { failedMessagesTask } from './failed-task.ts';
import { hearMessages, replayFailed, replayInbound } from './hear.ts';
import { beginOAuth, finishOAuth } from './oauth.ts';
import { refreshTokens, tidyIntegrations } from './refresh.ts';
import * as tables from './tables.ts';
import { inboundList, inboundView, integrationList, integrationView } from './views.ts';

const integrationBroke = notice({
  kind: 'integration.broke',
  on: connectionBroke,
  says: 'An integration stopped working',
  group: 'Workspace',
  many: '# integrations stopped working',
  needs: 'settings:read',
  urgency: 'urgent',
  text: (_r, { vendor, reason }) => ({ title: `${connectors.all().get(vendor)?.says ?? vendor} stopped working`, body: reason, link: `/integrations/${vendor}` }),
});

export const integrations = module({
  name: 'integrations',
  uses: ['accounts', 'tasks', 'tiers'],
  tables,
  operations: [connectByKey, beginOAuth, finishOAuth, checkConnection, disconnect, replayInbound, replayFailed],
  views: [integrationList, inboundList, inboundView, integrationView],
  superOperations: [setApp, removeApp],
  superViews: [superApps],
  events: [connectionChanged, connectionBroke, inboundReceived, inboundRecovered],
  reactions: [hearMessages, failedMessagesTask],
  schedules: [refreshTokens, tidyIntegrations],
  ports: [connectors],
  notices: [integrationBroke],
});

export { accountAt, requireAccount } from './account-at.ts';
export { connectedVendors } from './connection.ts';
export { appOf } from './app-keys.ts';
export { callVendor, useVendorAt, vendorAddress, type VendorAnswer } from './call-vendor.ts';
export { connectors, type Account, type App, type Connector, type ConnectorField, type Hooks, type InboundMessage, type Known, type OAuth } from './connector.ts';
export { hearInbound } from './hear.ts';
export { receiveWebhook, LARGEST_MESSAGE } from './inbound.ts';
export { oauthReturn } from './oauth.ts';
export { whyNot } from './trouble.ts';
export { schemes, type SchemeName } from './signatures/schemes.ts';
export { checkSignature, digest, signedBytes } from './signatures/verify.ts';
export { accessEnded, beginOAuth, checkConnection, connectByKey, connectionChanged, disconnect, finishOAuth, refreshTokens, inboundList, inboundView, integrationList, integrationView, removeApp, replayFailed, replayInbound, setApp, superApps };
