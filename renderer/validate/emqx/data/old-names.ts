// Settings of EMQX 4 and what takes their place in EMQX 5: another variable, or a sentence. The first match counts.
// Source: schemas of EMQX 5.8.9 and its handling of unknown variables; upgrade guide of the EMQX documentation.
export const oldNames: readonly (readonly [old: RegExp, instead: string])[] = [
  [/^cluster\.discovery$/, "EMQX_CLUSTER__DISCOVERY_STRATEGY"],
  [/^cluster\.k8s\.app_name$/, "remove it: the node's own name is the prefix of its peers"],
  [/^cluster\.kubernetes\./, "write EMQX_CLUSTER__K8S__… instead"],
  [/^cluster\.dns\.type$/, "EMQX_CLUSTER__DNS__RECORD_TYPE"],
  [/^cluster\.dns\.app$/, "remove it: the node's own name is the prefix of its peers"],
  [/^cluster\.core_nodes$/, "remove it: discovery finds the core nodes"],
  [/^listener\.(tcp|ssl|ws|wss)\./, "write EMQX_LISTENERS__<type>__<name>__BIND and its neighbours instead"],
  [/^loaded_(plugins|modules)$/, "remove it: what were modules is built in and has settings of its own"],
  [
    /^allow_anonymous$/,
    "set EMQX_AUTHENTICATION__1__MECHANISM and __BACKEND: without them everyone may connect",
  ],
  [/^acl_nomatch$/, "EMQX_AUTHORIZATION__NO_MATCH"],
  [/^acl_file$/, "set the path in EMQX_AUTHORIZATION__SOURCES__1__PATH"],
  [/^management\./, "remove it: the API is served by the dashboard's listener, port 18083"],
  [/^dashboard\.default_user\.login$/, "EMQX_DASHBOARD__DEFAULT_USERNAME"],
  [/^dashboard\.default_user\.password$/, "EMQX_DASHBOARD__DEFAULT_PASSWORD"],
  [/^dashboard\.listener\./, "write EMQX_DASHBOARD__LISTENERS__HTTP__BIND instead"],
  [/^log\.level$/, "EMQX_LOG__CONSOLE__LEVEL"],
  [/^auth\./, "write EMQX_AUTHENTICATION__1__… instead"],
];
