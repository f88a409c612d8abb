import { randomInt } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { textFrame } from './frames.ts';
import { type Member, type Message, type RealtimeUser, errorMessage, LIMIT } from './protocol.ts';

/** One browser tab: what it subscribed to, who it is, and when it was last heard. */
export class Connection {
  readonly id = `${randomInt(1, 2 ** 32)}.${randomInt(1, 2 ** 32)}`;
  /** Channel name -> the member it shows there (presence channels only). */
  readonly channels = new Map<string, Member | undefined>();
  user: RealtimeUser | undefined;
  /** The id of the person who was let into a channel on this socket. */
  owner: string | undefined;
  heardAt = Date.now();
  /** A ping of ours waits for its answer. */
  asked = false;
  #ws: WebSocket;
  #wire: Duplex;
  #second = 0;
  #clientEvents = 0;

  constructor(ws: WebSocket, wire: Duplex) {
    this.#ws = ws;
    this.#wire = wire;
  }

  /** Is somebody shown to others through this socket? */
  isPresent(): boolean {
    for (const member of this.channels.values()) if (member) return true;
    return false;
  }

  send(message: Message): void {
    this.write(textFrame(message));
  }

  /** Writes whole frames past `ws`; safe because compression is off, so `ws` never queues. Drops a reader that is too slow. */
  write(frames: Buffer): void {
    if (this.#ws.readyState !== WebSocket.OPEN) return;
    if (this.#wire.writableLength > LIMIT.bufferedBytes) this.#ws.terminate();
    else this.#wire.write(frames);
  }

  refuse(code: number, sentence: string): void {
    this.send(errorMessage(code, sentence));
    this.close(code, sentence);
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason);
  }

  cutOff(): void {
    this.#ws.terminate();
  }

  heard(): void {
    this.heardAt = Date.now();
    this.asked = false;
  }

  /** False when this second's allowance of client events is used up. */
  mayWhisper(): boolean {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#clientEvents = 0;
    }
    this.#clientEvents += 1;
    return this.#clientEvents <= LIMIT.clientEventsPerSecond;
  }
}
