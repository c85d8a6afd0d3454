/** Just enough of an AMQP 0-9-1 client to ask a server what an account may do. Specification: amqp0-9-1.xml of the protocol. */
import { connect, type Socket } from "node:net";

interface Frame {
  readonly type: number;
  readonly channel: number;
  readonly payload: Buffer;
}

/** The server's refusal: 403 is ACCESS_REFUSED. */
export class Refused extends Error {
  readonly code: number;
  constructor(code: number, text: string) {
    super(`${code} ${text}`);
    this.code = code;
  }
}

const short = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const long = (value: number): Buffer =>
  Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((b) => b & 255));
const shortString = (text: string): Buffer =>
  Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);
const longString = (text: string): Buffer =>
  Buffer.concat([long(Buffer.byteLength(text)), Buffer.from(text)]);
const emptyTable = long(0);
const durable = Buffer.from([2]);
const noFlags = Buffer.from([0]);

/** Methods by class and number, as the specification counts them. */
const methods = {
  startOk: [10, 11],
  tuneOk: [10, 31],
  connectionOpen: [10, 40],
  channelOpen: [20, 10],
  channelCloseOk: [20, 41],
  exchangeDeclare: [40, 10],
  queueDeclare: [50, 10],
  queueBind: [50, 20],
  queueDelete: [50, 40],
  confirmSelect: [85, 10],
  publish: [60, 40],
  get: [60, 70],
} as const;

export class Amqp {
  readonly #socket: Socket;
  #buffer = Buffer.alloc(0);
  #frames: Frame[] = [];
  #wake: () => void = () => undefined;
  #closed = false;
  #channels = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => {
      this.#buffer = Buffer.concat([this.#buffer, chunk]);
      while (this.#buffer.length >= 7) {
        const end = 7 + this.#buffer.readUInt32BE(3);
        if (this.#buffer.length <= end) break;
        const [type, channel] = [this.#buffer.readUInt8(0), this.#buffer.readUInt16BE(1)];
        this.#frames.push({ type, channel, payload: this.#buffer.subarray(7, end) });
        this.#buffer = this.#buffer.subarray(end + 1);
      }
      this.#wake();
    });
    for (const event of ["close", "error"]) {
      socket.on(event, () => {
        this.#closed = true;
        this.#wake();
      });
    }
  }

  /** Logs in to the virtual host `/`. */
  static async login(port: number, user: string, password: string): Promise<Amqp> {
    const socket = connect(port, "127.0.0.1");
    const client = new Amqp(socket);
    socket.write(Buffer.from("AMQP\x00\x00\x09\x01", "latin1"));
    await client.#next();
    const response = longString(`\0${user}\0${password}`);
    client.#send(0, methods.startOk, [emptyTable, shortString("PLAIN"), response, shortString("en_US")]);
    const tune = await client.#next();
    client.#send(0, methods.tuneOk, [tune.payload.subarray(4)]);
    client.#send(0, methods.connectionOpen, [shortString("/"), shortString(""), noFlags]);
    await client.#next();
    return client;
  }

  /** Declares a durable exchange, on a channel of its own, since a refusal closes the channel. */
  async declareExchange(name: string, type: string): Promise<void> {
    const flags = Buffer.from([2]);
    await this.#call(methods.exchangeDeclare, [
      short(0),
      shortString(name),
      shortString(type),
      flags,
      emptyTable,
    ]);
  }

  async declareQueue(name: string): Promise<void> {
    await this.#call(methods.queueDeclare, [short(0), shortString(name), durable, emptyTable]);
  }

  async deleteQueue(name: string): Promise<void> {
    await this.#call(methods.queueDelete, [short(0), shortString(name), noFlags]);
  }

  async bind(queue: string, exchange: string, key: string): Promise<void> {
    const names = [queue, exchange, key].map(shortString);
    await this.#call(methods.queueBind, [short(0), ...names, noFlags, emptyTable]);
  }

  /** Publishes a message that survives a restart, and waits until the server has confirmed it. */
  async publish(exchange: string, key: string, body: string): Promise<void> {
    const channel = await this.#open();
    this.#send(channel, methods.confirmSelect, [noFlags]);
    await this.#next();
    this.#send(channel, methods.publish, [short(0), shortString(exchange), shortString(key), noFlags]);
    const size = Buffer.concat([long(0), long(Buffer.byteLength(body))]);
    // The one property: delivery mode 2, persistent.
    this.#frame(2, channel, Buffer.concat([short(60), short(0), size, short(0x1000), Buffer.from([2])]));
    this.#frame(3, channel, Buffer.from(body));
    await this.#next();
  }

  /** Takes one message off a queue: its routing key and body, or undefined. */
  async get(queue: string): Promise<{ readonly key: string; readonly body: string } | undefined> {
    const { payload } = await this.#call(methods.get, [short(0), shortString(queue), Buffer.from([1])]);
    if (payload.readUInt16BE(2) === 72) return undefined;
    const exchangeEnd = 14 + payload.readUInt8(13);
    const key = payload
      .subarray(exchangeEnd + 1, exchangeEnd + 1 + payload.readUInt8(exchangeEnd))
      .toString();
    const { payload: header } = await this.#next();
    const { payload: body } = header.readUInt32BE(8) === 0 ? { payload: "" } : await this.#next();
    return { key, body: body.toString() };
  }

  close(): void {
    this.#socket.destroy();
  }

  async #open(): Promise<number> {
    this.#channels += 1;
    this.#send(this.#channels, methods.channelOpen, [shortString("")]);
    await this.#next();
    return this.#channels;
  }

  async #call(method: readonly [number, number], parts: readonly Buffer[]): Promise<Frame> {
    const channel = await this.#open();
    this.#send(channel, method, parts);
    return await this.#next();
  }

  #send(channel: number, [group, number]: readonly [number, number], parts: readonly Buffer[]): void {
    this.#frame(1, channel, Buffer.concat([short(group), short(number), ...parts]));
  }

  #frame(type: number, channel: number, payload: Buffer): void {
    this.#socket.write(
      Buffer.concat([
        Buffer.from([type]),
        short(channel),
        long(payload.length),
        payload,
        Buffer.from([0xce]),
      ]),
    );
  }

  /** The next frame; a close of the channel or the connection becomes a Refused. */
  async #next(): Promise<Frame> {
    while (this.#frames.length === 0) {
      if (this.#closed) throw new Refused(0, "the server closed the connection");
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const frame = this.#frames.shift();
    if (frame === undefined) throw new Error("no frame");
    if (frame.type === 8) return await this.#next();
    const method =
      frame.type === 1 ? `${frame.payload.readUInt16BE(0)}.${frame.payload.readUInt16BE(2)}` : "";
    if (method === "20.40" || method === "10.50") {
      if (method === "20.40") this.#send(frame.channel, methods.channelCloseOk, []);
      const text = frame.payload.subarray(7, 7 + frame.payload.readUInt8(6)).toString();
      throw new Refused(frame.payload.readUInt16BE(4), text);
    }
    return frame;
  }
}
