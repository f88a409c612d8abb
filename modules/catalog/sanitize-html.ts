export { sanitizeHtml } from '#platform/html/sanitize-html.ts';
