import { port } from '#platform/port.ts';
import type { Context, Reader } from '#platform/tenancy/context.ts';

/** What is told in a channel. */
export interface ChannelWords {
  title: string;
  body: string;
  /** The page of the dashboard it is about. */
  url: string;
  workspace: string;
}

/**
 * A room outside where a team reads along: a channel of Slack or Discord. `deliver` throws a Refusal when it will never work this
 * way, `ChannelBusy` when asked to wait, anything else for "try again".
 */
export interface NoticeChannel {
  readonly says: string;
  connected(r: Reader): Promise<boolean>;
  deliver(ctx: Context, words: ChannelWords): Promise<void>;
}

export class ChannelBusy extends Error {
  override name = 'ChannelBusy';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`asked to wait ${seconds} seconds`);
    this.seconds = seconds;
  }
}

export const noticeChannels = port<NoticeChannel>({ name: 'notifications.channel', says: 'The channel' });
