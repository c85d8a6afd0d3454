// The services of the IoTa broker: what each needs, as its code of 2026-08 has it.
// https://github.com/DPIclimate/broker at f4ae9947f53c: compose files, images/restapi/Dockerfile, and the entry points
// below src/python with what they import.

export type ServiceName =
  | "db"
  | "mq"
  | "restapi"
  | "website"
  | "lm"
  | "ttn-webhook"
  | "ttn-processor"
  | "ttn-decoder"
  | "ydoc"
  | "wombat"
  | "dragino-json"
  | "delivery"
  | "frred"
  | "lts-logger"
  | "ict-eagleio"
  | "axistech"
  | "greenbrain"
  | "ict-mqtt";

export interface ServiceFacts {
  readonly name: ServiceName;
  /** What its command line, the words joined by blanks, contains and no other has. */
  readonly command?: RegExp;
  /** The repository of an image that runs nothing else. */
  readonly image?: RegExp;
  /** The image is used far beyond the broker, so it counts only among other services of the broker. */
  readonly isCommonImage?: true;
  /** Variables without which it does not start, those of its servers aside. */
  readonly required: readonly string[];
  /** The servers whose variables (PG…, RABBITMQ_…) it reads. */
  readonly clientOf: readonly ("db" | "mq")[];
  /** Servers that it must not be started before: it exits, or takes a whole CPU until they answer. */
  readonly waitsFor: readonly ("db" | "mq")[];
  /** It calls a platform over HTTPS. */
  readonly usesInternet?: true;
  /** Ports it listens on. */
  readonly ports: readonly number[];
  /** Paths that answer without an account. */
  readonly probePaths?: readonly string[];
  /** Why there can be only one pod. */
  readonly single?: string;
  /** Its modules are found by the directory it is started in. */
  readonly workingDir?: string;
  /** What PYTHONPATH must hold. */
  readonly pythonPath: readonly string[];
  /** Directories of its image that hold its code. */
  readonly code: readonly string[];
  /** The numeric user of its image. */
  readonly user: number;
  /** Directories that it writes to. */
  readonly writes: readonly string[];
  /** Seconds that a clean end may take. */
  readonly graceSeconds: number;
  /** As process 1 it ignores SIGTERM. */
  readonly ignoresTerm?: true;
  /** The variable whose port an established connection of it leads to. */
  readonly socket?: "RABBITMQ_PORT" | "ICT_MQTT_PORT";
  /** It goes on without its sending thread, which no connection shows. */
  readonly hasSendingThread?: true;
}

const python = {
  clientOf: ["db", "mq"],
  waitsFor: ["db", "mq"],
  required: [],
  ports: [],
  pythonPath: ["/home/broker/python"],
  code: ["/home/broker/python"],
  user: 1000,
  writes: ["/tmp"],
  graceSeconds: 30,
} as const;

const worker = { ...python, socket: "RABBITMQ_PORT" } as const;

const frontEnd = { ...worker, single: "two pods would create a new device twice" } as const;
const poller = { ...worker, single: "each pod polls, and remembers for itself what it has seen" } as const;
const deliverer = {
  ...worker,
  single: "pods share a table of what is to be sent without locking it, so each would send everything",
  graceSeconds: 60,
  hasSendingThread: true,
} as const;

export const services: readonly ServiceFacts[] = [
  {
    ...python,
    name: "db",
    image: /(^|\/)(postgis|postgres|postgresql)(?=[:@]|$)/,
    isCommonImage: true,
    required: ["POSTGRES_PASSWORD"],
    clientOf: [],
    waitsFor: [],
    ports: [5432],
    single: "the image runs one server on one data directory",
    pythonPath: [],
    code: [],
    user: 999,
    writes: ["/var/run/postgresql", "/tmp"],
    graceSeconds: 120,
  },
  {
    ...python,
    name: "mq",
    image: /(^|\/)rabbitmq(?=[:@]|$)/,
    isCommonImage: true,
    clientOf: [],
    waitsFor: [],
    ports: [5672, 1883, 15672, 15692],
    single: "pods of the plain image form no cluster, so each would have queues of its own",
    pythonPath: [],
    code: [],
    user: 999,
    writes: ["/var/lib/rabbitmq", "/var/log/rabbitmq", "/tmp"],
    graceSeconds: 120,
  },
  {
    ...python,
    name: "restapi",
    command: /\bRestAPI:app\b/,
    clientOf: ["db"],
    waitsFor: [],
    ports: [5687],
    probePaths: ["/openapi.json", "/docs"],
    workingDir: "/home/broker/python/restapi",
  },
  {
    ...python,
    name: "website",
    image: /(^|\/)(iota-website|broker\/mgmt-app)(?=[:@]|$)/,
    required: ["RABBITMQ_HOST", "RABBITMQ_DEFAULT_USER", "RABBITMQ_DEFAULT_PASS"],
    clientOf: [],
    waitsFor: [],
    ports: [5000],
    probePaths: ["/iota/login"],
    single: "each pod has a session key of its own, so people would be logged out at random",
    pythonPath: ["/app", "/iota"],
    code: ["/app", "/iota"],
    ignoresTerm: true,
  },
  {
    ...worker,
    name: "lm",
    command: /-m logical_mapper\.LogicalMapper\b/,
    single: "messages of one device would overtake each other",
  },
  {
    ...python,
    name: "ttn-webhook",
    command: /\bWebHook:app\b/,
    clientOf: ["mq"],
    waitsFor: [],
    ports: [5688],
    probePaths: ["/openapi.json", "/docs"],
    workingDir: "/home/broker/python/ttn",
  },
  {
    ...frontEnd,
    name: "ttn-processor",
    command: /\bAllMsgsWriter\.py\b/,
    required: ["TTN_API_TOKEN"],
    usesInternet: true,
    workingDir: "/home/broker/python/ttn",
  },
  {
    ...python,
    name: "ttn-decoder",
    image: /(^|\/)(iota-ttn-decoder|broker\/ttn_decoder)(?=[:@]|$)/,
    clientOf: [],
    waitsFor: [],
    ports: [3001],
    probePaths: ["/metrics"],
    pythonPath: [],
    code: ["/usr/src/ttn_decoder/src", "/usr/src/ttn_formatters"],
  },
  // These three import the client of The Things Stack, which wants its variable, and never use it.
  { ...frontEnd, name: "ydoc", command: /-m ydoc\.YDOC\b/, required: ["TTN_API_TOKEN"] },
  { ...frontEnd, name: "wombat", command: /-m ydoc\.Wombat\b/, required: ["TTN_API_TOKEN"] },
  { ...frontEnd, name: "dragino-json", command: /-m ydoc\.Dragino_JSON\b/, required: ["TTN_API_TOKEN"] },
  {
    ...deliverer,
    name: "delivery",
    command: /-m delivery\.UbidotsWriter\b/,
    required: ["UBIDOTS_API_TOKEN"],
    usesInternet: true,
  },
  { ...deliverer, name: "frred", command: /-m delivery\.FRRED\b/ },
  { ...deliverer, name: "lts-logger", command: /-m delivery\.LTSLogger\b/ },
  {
    ...poller,
    name: "ict-eagleio",
    command: /-m pollers\.ICT_EagleIO\b/,
    required: ["EAGLEIO_API_TOKEN"],
    usesInternet: true,
  },
  {
    ...poller,
    name: "axistech",
    command: /-m pollers\.axistech\b/,
    required: ["AXISTECH_TOKEN"],
    usesInternet: true,
    ignoresTerm: true,
  },
  {
    ...poller,
    name: "greenbrain",
    command: /-m pollers\.GreenBrain\b/,
    required: ["GREENBRAIN_USERS", "GREENBRAIN_PASSWORDS"],
    usesInternet: true,
  },
  {
    ...python,
    name: "ict-mqtt",
    command: /-m receiver\.ict_mqtt\.main\b/,
    required: ["ICT_MQTT_SERVER", "ICT_MQTT_DISK_CACHE_DIR"],
    waitsFor: [],
    single: "each pod gets a copy of every message under another id",
    socket: "ICT_MQTT_PORT",
  },
];

/** What clients of a server read. */
export const clientVariables = {
  db: ["PGHOST", "PGUSER", "PGPASSWORD", "PGDATABASE"],
  mq: ["RABBITMQ_HOST", "RABBITMQ_PORT", "RABBITMQ_DEFAULT_USER", "RABBITMQ_DEFAULT_PASS"],
} as const;

/** Variables whose values are secret. */
export const secretVariables: readonly string[] = [
  "PGPASSWORD",
  "POSTGRES_PASSWORD",
  "RABBITMQ_DEFAULT_PASS",
  "RABBITMQ_URL",
  "TTN_API_TOKEN",
  "UBIDOTS_API_TOKEN",
  "EAGLEIO_API_TOKEN",
  "AXISTECH_TOKEN",
  "GREENBRAIN_USERS",
  "GREENBRAIN_PASSWORDS",
];

/** Services that want TTN_API_TOKEN and do not use it; any word will do. */
export const needNoToken: readonly ServiceName[] = ["ydoc", "wombat", "dragino-json"];

/** The image that all services written in Python but the website share. */
export const pythonImage: RegExp = /(^|\/)(iota-python|broker\/python-base)(?=[:@]|$)/;
