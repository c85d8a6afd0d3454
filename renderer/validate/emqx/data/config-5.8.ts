// The configuration of EMQX: every path with its type. Exported from the running schema of EMQX 5.8.9 (hidden and
// deprecated fields included); github.com/emqx/emqx at v5.8.9 is the source.
//
// A line is `name[,alias…] [type][flags]`, indented by its depth; no type: fields follow. `*` stands for a name of the
// user's (listeners, zones) or for the number of an element, from 1. Types are those of ../config/type.ts, and
// `=path` means the fields of another path. Flags: `!` accepted without effect, `*` secret, `$` Enterprise only.

export const configTable = `
node
 applications any
 backtrace_depth integer
 broker_pool_size 1..
 channel_cleanup_batch_size 1..
 cluster_call
  cleanup_interval duration
  max_history 100..10240
  retry_interval duration
 config_files list(text)
 cookie text*
 crash_dump_bytes size
 crash_dump_file text
 crash_dump_seconds duration
 data_dir text
 db_backend enum(mnesia,rlog)
 default_bootstrap_batch_size 1..
 default_shard_transport enum(gen_rpc,distr)
 dist_buffer_size 1..2097151
 dist_net_ticktime duration
 etc_dir text!
 generic_pool_size 1..
 global_gc_interval duration|enum(disabled)
 max_ets_tables 1..
 max_ports 1024..134217727
 name text
 process_limit 1024..134217727!
 role,db_role enum(core,replicant)
 rpc_module enum(gen_rpc,rpc)
 shard_transports map
 tlog_push_mode enum(sync,async)!
cluster
 autoclean duration
 autoheal boolean
 discovery_strategy enum(manual,static,singleton,dns,etcd,k8s)
 dns
  name text
  record_type enum(a,aaaa,srv)
 etcd
  node_ttl duration
  prefix text
  server any
  ssl_options,ssl
   cacertfile text
   cacerts boolean!
   certfile text
   ciphers text|list(text)
   depth 0..
   enable boolean
   hibernate_after duration
   keyfile text
   log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
   partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
   password secret*
   reuse_sessions boolean
   secure_renegotiate boolean
   server_name_indication text
   user_lookup_fun text!
   verify enum(verify_peer,verify_none)
   verify_peer_ext_key_usage text$
   versions list(text)
 k8s
  address_type enum(ip,dns,hostname)
  apiserver text
  namespace text
  service_name text
  suffix text
 links list$
  *
   clientid text$
   enable boolean$
   max_inflight 0..$
   name text$
   password secret*$
   pool_size 1..$
   ps_actor_incarnation integer$
   resource_opts $
    auto_restart_interval duration|enum(infinity)!$
    buffer_mode enum(memory_only,volatile_offload)$
    buffer_seg_bytes size$
    enable_queue boolean!$
    health_check_interval duration$
    inflight_window,async_inflight_window 1..$
    max_buffer_bytes,max_queue_bytes size$
    metrics_flush_interval duration$
    request_ttl,request_timeout duration|enum(infinity)$
    resume_interval duration$
    start_timeout duration$
    worker_pool_size 1..1024$
   retry_interval text$
   server text$
   ssl $
    cacertfile text$
    cacerts boolean!$
    certfile text$
    ciphers text|list(text)$
    depth 0..$
    enable boolean$
    hibernate_after duration$
    keyfile text$
    log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)$
    partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
    password secret*$
    reuse_sessions boolean$
    secure_renegotiate boolean$
    server_name_indication text$
    user_lookup_fun text!$
    verify enum(verify_peer,verify_none)$
    verify_peer_ext_key_usage text$
    versions list(text)$
   topics list(text)$
   username text$
 name text
 prevent_overlapping_partitions boolean
 proto_dist enum(inet_tcp,inet6_tcp,inet_tls,inet6_tls)
 quic_lb_mode text
 static
  seeds any
rpc
 async_batch_size integer
 authentication_timeout duration
 cacertfile text
 call_receive_timeout duration
 certfile text
 ciphers text|list(text)
 client_num,tcp_client_num 1..256
 connect_timeout duration
 insecure_fallback boolean
 ipv6_only boolean
 keyfile text
 listen_address text
 mode enum(sync,async)
 port_discovery enum(manual,stateless)
 protocol,driver enum(tcp,ssl)
 send_timeout duration
 server_port,ssl_server_port,tcp_server_port 1..
 socket_buffer size
 socket_keepalive_count integer
 socket_keepalive_idle duration
 socket_keepalive_interval duration
 socket_recbuf size
 socket_sndbuf size
 tls_versions list(text)
listeners
 quic map
  *
   acceptors 1..
   bind bind
   bytes_rate text
   certfile text!
   ciphers text|list(text)
   conn_flow_control_window 1..4294967295
   datagram_receive_enabled boolean
   disconnect_timeout_ms 1..4294967295
   enable,enabled boolean
   enable_authn enum(true,false,quick_deny_anonymous)
   handshake_idle_timeout duration!
   handshake_idle_timeout_ms 1..18446744073709551615
   idle_timeout duration!
   idle_timeout_ms 0..18446744073709551615
   initial_rtt_ms 1..4294967295
   initial_window_packets 1..4294967295
   keep_alive_interval duration
   keep_alive_interval_ms 0..4294967295
   keyfile text!
   limiter
    bytes,bytes_in
     burst,capacity any
     initial any
     rate text
    client
     bytes,bytes_in
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     connection
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     message_routing
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     messages,message_in
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
    connection
     burst,capacity any
     initial any
     rate text
    message_routing
     burst,capacity any
     initial any
     rate text
    messages,message_in
     burst,capacity any
     initial any
     rate text
   load_balancing_mode 0..65535
   max_ack_delay_ms 1..4294967295
   max_binding_stateless_operations 0..65535
   max_bytes_per_key 1..18446744073709551615
   max_conn_rate text
   max_connections 1..|enum(infinity)
   max_operations_per_drain 0..255
   max_stateless_operations 1..4294967295
   maximum_mtu 1..65535
   messages_rate text
   migration_enabled boolean
   minimum_mtu 1..65535
   mountpoint text
   mtu_discovery_missing_probe_count 1..255
   mtu_discovery_search_complete_timeout_us 0..18446744073709551615
   pacing_enabled boolean
   peer_bidi_stream_count 1..65535
   peer_unidi_stream_count 0..65535
   retry_memory_limit 0..65535
   send_buffering_enabled boolean
   send_idle_timeout_ms 1..4294967295
   server_resumption_level 0..255
   ssl_options
    cacertfile text
    cacerts boolean!
    certfile text
    ciphers text|list(text)!
    client_renegotiation boolean!
    depth 0..!
    dhfile text!
    enable_crl_check boolean!
    fail_if_no_peer_cert boolean!
    gc_after_handshake boolean!
    handshake_timeout duration!
    hibernate_after duration
    honor_cipher_order boolean!
    keyfile text
    log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)!
    ocsp !
    partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)!$
    password secret*
    reuse_sessions boolean!
    secure_renegotiate boolean!
    user_lookup_fun text!
    verify enum(verify_peer,verify_none)
    verify_peer_ext_key_usage text!$
    versions list(text)!
   sslkeylogfile text
   stateless_operation_expiration_ms 0..65535
   stream_recv_buffer_default 1..4294967295
   stream_recv_window_default 1..4294967295
   tls_server_max_send_buffer 1..4294967295
   zone text
 ssl map
  *
   acceptors 1..
   access_rules list(text)
   authentication =authentication
   bind bind
   bytes_rate text
   enable,enabled boolean
   enable_authn enum(true,false,quick_deny_anonymous)
   limiter
    bytes,bytes_in
     burst,capacity any
     initial any
     rate text
    client
     bytes,bytes_in
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     connection
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     message_routing
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     messages,message_in
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
    connection
     burst,capacity any
     initial any
     rate text
    message_routing
     burst,capacity any
     initial any
     rate text
    messages,message_in
     burst,capacity any
     initial any
     rate text
   max_conn_rate text
   max_connections 1..|enum(infinity)
   messages_rate text
   mountpoint text
   proxy_protocol boolean
   proxy_protocol_timeout duration
   ssl_options
    cacertfile text
    cacerts boolean!
    certfile text
    ciphers text|list(text)
    client_renegotiation boolean
    depth 0..
    dhfile text
    enable_crl_check boolean
    fail_if_no_peer_cert boolean
    gc_after_handshake boolean
    handshake_timeout duration
    hibernate_after duration
    honor_cipher_order boolean
    keyfile text
    log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
    ocsp
     enable_ocsp_stapling boolean
     issuer_pem text
     refresh_http_timeout duration
     refresh_interval duration
     responder_url text
    partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
    password secret*
    reuse_sessions boolean
    secure_renegotiate boolean
    user_lookup_fun text
    verify enum(verify_peer,verify_none)
    verify_peer_ext_key_usage text$
    versions list(text)
   tcp_options
    active_n 0..
    backlog 1..
    buffer size
    high_watermark size
    keepalive text
    nodelay boolean
    nolinger boolean
    recbuf size
    reuseaddr boolean
    send_timeout duration
    send_timeout_close boolean
    sndbuf size
   zone text
 tcp map
  *
   acceptors 1..
   access_rules list(text)
   authentication =authentication
   bind bind
   bytes_rate text
   enable,enabled boolean
   enable_authn enum(true,false,quick_deny_anonymous)
   limiter
    bytes,bytes_in
     burst,capacity any
     initial any
     rate text
    client
     bytes,bytes_in
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     connection
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     message_routing
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     messages,message_in
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
    connection
     burst,capacity any
     initial any
     rate text
    message_routing
     burst,capacity any
     initial any
     rate text
    messages,message_in
     burst,capacity any
     initial any
     rate text
   max_conn_rate text
   max_connections 1..|enum(infinity)
   messages_rate text
   mountpoint text
   proxy_protocol boolean
   proxy_protocol_timeout duration
   tcp_options
    active_n 0..
    backlog 1..
    buffer size
    high_watermark size
    keepalive text
    nodelay boolean
    nolinger boolean
    recbuf size
    reuseaddr boolean
    send_timeout duration
    send_timeout_close boolean
    sndbuf size
   zone text
 ws map
  *
   acceptors 1..
   access_rules list(text)
   authentication =authentication
   bind bind
   bytes_rate text
   enable,enabled boolean
   enable_authn enum(true,false,quick_deny_anonymous)
   limiter
    bytes,bytes_in
     burst,capacity any
     initial any
     rate text
    client
     bytes,bytes_in
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     connection
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     message_routing
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     messages,message_in
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
    connection
     burst,capacity any
     initial any
     rate text
    message_routing
     burst,capacity any
     initial any
     rate text
    messages,message_in
     burst,capacity any
     initial any
     rate text
   max_conn_rate text
   max_connections 1..|enum(infinity)
   messages_rate text
   mountpoint text
   proxy_protocol boolean
   proxy_protocol_timeout duration
   tcp_options
    active_n 0..
    backlog 1..
    buffer size
    high_watermark size
    keepalive text
    nodelay boolean
    nolinger boolean
    recbuf size
    reuseaddr boolean
    send_timeout duration
    send_timeout_close boolean
    sndbuf size
   websocket
    allow_origin_absence boolean
    check_origin_enable boolean
    check_origins any
    compress boolean
    deflate_opts
     client_context_takeover enum(takeover,no_takeover)
     client_max_window_bits 8..15
     level enum(none,default,best_compression,best_speed)
     mem_level 1..9
     server_context_takeover enum(takeover,no_takeover)
     server_max_window_bits 8..15
     strategy enum(default,filtered,huffman_only,rle)
    fail_if_no_subprotocol boolean
    idle_timeout duration
    max_frame_size 1..|enum(infinity)
    mqtt_path text
    mqtt_piggyback enum(single,multiple)
    proxy_address_header text
    proxy_port_header text
    supported_subprotocols any
    validate_utf8 boolean
   zone text
 wss map
  *
   acceptors 1..
   access_rules list(text)
   authentication =authentication
   bind bind
   bytes_rate text
   enable,enabled boolean
   enable_authn enum(true,false,quick_deny_anonymous)
   limiter
    bytes,bytes_in
     burst,capacity any
     initial any
     rate text
    client
     bytes,bytes_in
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     connection
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     message_routing
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
     messages,message_in
      burst,capacity text
      divisible boolean
      failure_strategy any
      initial any
      low_watermark any
      max_retry_time duration
      rate text
    connection
     burst,capacity any
     initial any
     rate text
    message_routing
     burst,capacity any
     initial any
     rate text
    messages,message_in
     burst,capacity any
     initial any
     rate text
   max_conn_rate text
   max_connections 1..|enum(infinity)
   messages_rate text
   mountpoint text
   proxy_protocol boolean
   proxy_protocol_timeout duration
   ssl_options
    cacertfile text
    cacerts boolean!
    certfile text
    ciphers text|list(text)
    client_renegotiation boolean
    depth 0..
    dhfile text
    fail_if_no_peer_cert boolean
    handshake_timeout duration
    hibernate_after duration
    honor_cipher_order boolean
    keyfile text
    log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
    partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
    password secret*
    reuse_sessions boolean
    secure_renegotiate boolean
    user_lookup_fun text
    verify enum(verify_peer,verify_none)
    verify_peer_ext_key_usage text$
    versions list(text)
   tcp_options
    active_n 0..
    backlog 1..
    buffer size
    high_watermark size
    keepalive text
    nodelay boolean
    nolinger boolean
    recbuf size
    reuseaddr boolean
    send_timeout duration
    send_timeout_close boolean
    sndbuf size
   websocket
    allow_origin_absence boolean
    check_origin_enable boolean
    check_origins any
    compress boolean
    deflate_opts
     client_context_takeover enum(takeover,no_takeover)
     client_max_window_bits 8..15
     level enum(none,default,best_compression,best_speed)
     mem_level 1..9
     server_context_takeover enum(takeover,no_takeover)
     server_max_window_bits 8..15
     strategy enum(default,filtered,huffman_only,rle)
    fail_if_no_subprotocol boolean
    idle_timeout duration
    max_frame_size 1..|enum(infinity)
    mqtt_path text
    mqtt_piggyback enum(single,multiple)
    proxy_address_header text
    proxy_port_header text
    supported_subprotocols any
    validate_utf8 boolean
   zone text
mqtt
 await_rel_timeout duration
 client_attrs_init list
  *
   expression text
   set_as_attr text
 clientid_override text
 exclusive_subscription boolean
 idle_timeout duration|enum(infinity)
 ignore_loop_deliver boolean
 keepalive_backoff number
 keepalive_check_interval duration
 keepalive_multiplier number
 max_awaiting_rel 0..|enum(infinity)
 max_clientid_len 23..65535
 max_inflight 1..65535
 max_mqueue_len 0..|enum(infinity)
 max_packet_size size
 max_qos_allowed 0..2
 max_subscriptions 1..|enum(infinity)
 max_topic_alias 0..65535
 max_topic_levels 1..65535
 message_expiry_interval duration|enum(infinity)
 mqueue_default_priority enum(highest,lowest)
 mqueue_priorities map|enum(disabled)
 mqueue_store_qos0 boolean
 peer_cert_as_clientid enum(disabled,cn,dn,crt,pem,md5)
 peer_cert_as_username enum(disabled,cn,dn,crt,pem,md5)
 response_information text
 retain_available boolean
 retry_interval duration|enum(infinity)
 server_keepalive 1..|enum(disabled)
 session_expiry_interval duration
 shared_subscription boolean
 shared_subscription_initial_sticky_pick enum(random,local,hash_topic,hash_clientid)
 shared_subscription_strategy enum(random,round_robin,round_robin_per_group,sticky,local,hash_topic,hash_clientid)
 strict_mode boolean
 upgrade_qos boolean
 use_username_as_clientid boolean
 wildcard_subscription boolean
dashboard
 bootstrap_users_file text!
 cors boolean
 default_password text*
 default_username text
 i18n_lang enum(en,zh)
 listeners
  http
   backlog integer
   bind bind
   enable boolean!
   inet6 boolean
   ipv6_v6only boolean
   max_connections integer
   num_acceptors integer
   proxy_header boolean
   send_timeout duration
  https
   backlog integer
   bind bind
   enable boolean!
   inet6 boolean
   ipv6_v6only boolean
   max_connections integer
   num_acceptors integer
   proxy_header boolean
   send_timeout duration
   ssl_options
    cacertfile text
    cacerts boolean!
    certfile text
    ciphers text|list(text)
    client_renegotiation boolean
    depth 0..
    dhfile text
    fail_if_no_peer_cert boolean
    handshake_timeout duration
    hibernate_after duration
    honor_cipher_order boolean
    keyfile text
    log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
    partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
    password secret*
    reuse_sessions boolean
    secure_renegotiate boolean
    user_lookup_fun text
    verify enum(verify_peer,verify_none)
    verify_peer_ext_key_usage text$
    versions list(text)
 sample_interval duration
 sso any$
 swagger_support boolean
 token_expired_time duration
api_key
 bootstrap_file text
license $
 connection_high_watermark percent$
 connection_low_watermark percent$
 dynamic_max_connections 0..$
 key text*$
log
 audit $
  burst_limit $
   enable boolean$
   max_count 1..$
   window_time duration$
  chars_limit 100..|enum(unlimited)$
  drop_mode_qlen 1..$
  enable boolean$
  flush_qlen 1..$
  ignore_high_frequency_request boolean$
  level enum(debug,info,notice,warning,error,critical,alert,emergency,all)$
  max_depth 0..|enum(unlimited)$
  max_filter_size 10..30000$
  overload_kill $
   enable boolean$
   mem_size size$
   qlen 1..$
   restart_after duration|enum(infinity)$
  path text$
  payload_encode enum(hex,text,hidden)$
  rotation_count 1..128$
  rotation_size size|enum(infinity)$
  single_line boolean$
  supervisor_reports enum(error,progress)$
  sync_mode_qlen 0..$
  time_offset text$
  timestamp_format enum(auto,epoch,rfc3339)$
  with_mfa boolean$
 console,console_handler
  burst_limit
   enable boolean
   max_count 1..
   window_time duration
  chars_limit 100..|enum(unlimited)
  drop_mode_qlen 1..
  enable boolean
  flush_qlen 1..
  formatter,format enum(text,json)
  level enum(debug,info,notice,warning,error,critical,alert,emergency,all)
  max_depth 0..|enum(unlimited)
  overload_kill
   enable boolean
   mem_size size
   qlen 1..
   restart_after duration|enum(infinity)
  payload_encode enum(hex,text,hidden)
  single_line boolean
  supervisor_reports enum(error,progress)
  sync_mode_qlen 0..
  time_offset text
  timestamp_format enum(auto,epoch,rfc3339)
  with_mfa boolean
 file,file_handlers map
  *
   burst_limit
    enable boolean
    max_count 1..
    window_time duration
   chars_limit 100..|enum(unlimited)
   drop_mode_qlen 1..
   enable boolean
   flush_qlen 1..
   formatter,format enum(text,json)
   level enum(debug,info,notice,warning,error,critical,alert,emergency,all)
   max_depth 0..|enum(unlimited)
   overload_kill
    enable boolean
    mem_size size
    qlen 1..
    restart_after duration|enum(infinity)
   path,file,to text
   payload_encode enum(hex,text,hidden)
   rotation_count,rotation 1..128
   rotation_size,max_size size|enum(infinity)
   single_line boolean
   supervisor_reports enum(error,progress)
   sync_mode_qlen 0..
   time_offset text
   timestamp_format enum(auto,epoch,rfc3339)
   with_mfa boolean
  burst_limit
   enable boolean
   max_count 1..
   window_time duration
  chars_limit 100..|enum(unlimited)
  drop_mode_qlen 1..
  enable boolean
  flush_qlen 1..
  formatter,format enum(text,json)
  level enum(debug,info,notice,warning,error,critical,alert,emergency,all)
  max_depth 0..|enum(unlimited)
  overload_kill
   enable boolean
   mem_size size
   qlen 1..
   restart_after duration|enum(infinity)
  path,file,to text
  payload_encode enum(hex,text,hidden)
  rotation_count,rotation 1..128
  rotation_size,max_size size|enum(infinity)
  single_line boolean
  supervisor_reports enum(error,progress)
  sync_mode_qlen 0..
  time_offset text
  timestamp_format enum(auto,epoch,rfc3339)
  with_mfa boolean
 throttling
  msgs list
  time_window duration
authentication list
 *
  acl_claim_name text
  algorithm enum(hmac-based,public-key,sha256,sha512)
  auth_source text
  auto_reconnect boolean!
  backend enum(built_in_database,mysql,postgresql,mongodb,redis,http,ldap,kerberos)
  base_dn text
  body map
  bootstrap_file text
  bootstrap_type enum(hash,plain)
  checks list$
   *
    is_match any$
    result enum(allow,deny,ignore)$
  cmd text
  collection text
  connect_timeout duration
  database text
  disable_prepared_statements boolean
  disconnect_after_expire boolean
  enable boolean
  enable_pipelining 1..
  endpoint text
  filter any
  from enum(username,password)
  headers map
  is_superuser_attribute text
  is_superuser_field text
  iteration_count 0..
  keytab_file text$
  max_retries 0..!
  mechanism enum(password_based,jwt,scram,gcp_device,gssapi,cinfo)
  method struct|enum(get,post)
   bind_password text*
   is_superuser_attribute text
   password_attribute text
   type enum(hash,bind)
  mongo_type enum(single,rs,sharded)
  password secret*
  password_attribute text
  password_hash_algorithm
   dk_length 1..
   iterations 1..
   mac_fun enum(md4,md5,ripemd160,sha,sha224,sha256,sha384,sha512)
   name enum(bcrypt,pbkdf2,plain,md5,sha,sha256,sha512)
   salt_position enum(disable,prefix,suffix)
   salt_rounds 5..10
  password_hash_field text
  pool_size 1..
  principal text$
  public_key text
  query text
  query_timeout duration
  r_mode enum(master,slave_ok)
  redis_type enum(single,cluster,sentinel)
  refresh_interval integer
  replica_set_name text
  request
   body text
   headers map
   max_retries 0..
   method text
   path text
   request_timeout duration
  request_timeout duration
  retry_interval duration!
  salt_field text
  secret text
  secret_base64_encoded boolean
  sentinel text
  server text
  servers text
  srv_record boolean
  ssl
   cacertfile text
   cacerts boolean!
   certfile text
   ciphers text|list(text)
   depth 0..
   enable boolean
   hibernate_after duration
   keyfile text
   log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
   partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
   password secret*
   reuse_sessions boolean
   secure_renegotiate boolean
   server_name_indication text
   user_lookup_fun text!
   verify enum(verify_peer,verify_none)
   verify_peer_ext_key_usage text$
   versions list(text)
  topology
   connect_timeout_ms duration
   heartbeat_frequency_ms duration
   local_threshold_ms duration
   max_overflow 0..
   min_heartbeat_frequency_ms duration
   overflow_check_period duration
   overflow_ttl duration
   pool_size 1..
   server_selection_timeout_ms duration
   socket_timeout_ms duration
   wait_queue_timeout_ms duration
  url text
  use_jwks enum(false,true)
  use_legacy_protocol enum(auto,true,false)
  user_id_type enum(clientid,username)
  username text
  verify_claims map
  w_mode enum(unsafe,safe)
authorization
 cache
  enable boolean
  excludes list(text)
  max_size 1..1048576
  ttl duration
 deny_action enum(ignore,disconnect)
 no_match enum(allow,deny)
 sources list
  *
   all_attribute text
   auth_source text
   auto_reconnect boolean!
   base_dn text
   body map
   cmd text
   collection text
   connect_timeout duration
   database text
   disable_prepared_statements boolean
   enable boolean
   enable_pipelining 1..
   filter any
   headers map
   limit 1..
   max_retries 0..!
   max_rules 1..
   method enum(get,post)
   mongo_type enum(single,rs,sharded)
   password secret*
   path text
   pool_size 1..
   prepare_statement map
   publish_attribute text
   query text
   query_timeout duration
   r_mode enum(master,slave_ok)
   redis_type enum(single,sentinel,cluster)
   replica_set_name text
   request
    body text
    headers map
    max_retries 0..
    method text
    path text
    request_timeout duration
   request_timeout text
   retry_interval duration!
   sentinel text
   server text
   servers text
   skip 0..
   srv_record boolean
   ssl
    cacertfile text
    cacerts boolean!
    certfile text
    ciphers text|list(text)
    depth 0..
    enable boolean
    hibernate_after duration
    keyfile text
    log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
    partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
    password secret*
    reuse_sessions boolean
    secure_renegotiate boolean
    server_name_indication text
    user_lookup_fun text!
    verify enum(verify_peer,verify_none)
    verify_peer_ext_key_usage text$
    versions list(text)
   subscribe_attribute text
   topology
    connect_timeout_ms duration
    heartbeat_frequency_ms duration
    local_threshold_ms duration
    max_overflow 0..
    min_heartbeat_frequency_ms duration
    overflow_check_period duration
    overflow_ttl duration
    pool_size 1..
    server_selection_timeout_ms duration
    socket_timeout_ms duration
    wait_queue_timeout_ms duration
   type enum(file,built_in_database,http,redis,mysql,postgresql,mongodb,ldap)
   url text
   use_legacy_protocol enum(auto,true,false)
   username text
   w_mode enum(unsafe,safe)
prometheus
 collectors
  mnesia enum(enabled,disabled)
  vm_dist enum(disabled,enabled)
  vm_memory enum(enabled,disabled)
  vm_msacc enum(enabled,disabled)
  vm_statistics enum(enabled,disabled)
  vm_system_info enum(enabled,disabled)
 enable boolean
 enable_basic_auth boolean
 headers map
 interval duration
 job_name text
 mnesia_collector enum(enabled,disabled)
 push_gateway
  enable boolean
  headers map
  interval duration
  job_name text
  method enum(put,post)
  url text
 push_gateway_server text
 vm_dist_collector enum(disabled,enabled)
 vm_memory_collector enum(enabled,disabled)
 vm_msacc_collector enum(enabled,disabled)
 vm_statistics_collector enum(enabled,disabled)
 vm_system_info_collector enum(enabled,disabled)
retainer
 allow_never_expire boolean
 backend
  enable boolean
  index_specs list
  max_retained_messages 0..
  storage_type enum(ram,disc)
  type enum(built_in_database)
 delivery_rate,deliver_rate text
 enable boolean
 external_backends
 flow_control
  batch_deliver_limiter
   burst,capacity any
   client
    burst,capacity text
    divisible boolean
    failure_strategy any
    initial any
    low_watermark any
    max_retry_time duration
    rate text
   initial any
   rate text
  batch_deliver_number 0..
  batch_read_number 0..
 max_payload_size size
 max_publish_rate text
 msg_clear_interval duration
 msg_clear_limit 1..
 msg_expiry_interval duration
 msg_expiry_interval_override duration|enum(disabled)
 stop_publish_clear_msg boolean
durable_sessions
 batch_size 1..
 disconnected_session_count_refresh_interval duration
 enable boolean
 force_persistence boolean
 heartbeat_interval duration
 idle_poll_interval duration
 message_retention_period duration
 renew_streams_interval duration
 session_gc_batch_size 1..
 session_gc_interval duration
 subscription_count_refresh_interval duration
durable_storage
 messages
  backend enum(builtin_local,builtin_raft)
  data_dir text
  layout
   bits_per_topic_level 1..64
   bytes_per_topic_level 1..16
   epoch_bits 0..64
   serialization_schema enum(v1,asn1)
   topic_index_bytes 1..
   type enum(wildcard_optimized_v2,wildcard_optimized,reference)
  local_write_buffer
   flush_interval duration
   max_bytes any
   max_items any
  n_shards 1..
  n_sites 1..$
  poll_batch_size 1..
  poll_workers_per_shard 1..
  replication_factor 1..$
  replication_options map$
 queues $
  backend enum(builtin_raft,builtin_local)$
  data_dir text$
  local_write_buffer $
   flush_interval duration$
   max_bytes any$
   max_items any$
  n_shards 1..$
  n_sites 1..$
  replication_factor 1..$
  replication_options map$
durable_queues $
 enable boolean$
 leader_drop_timeout_interval_ms duration$
 leader_renew_lease_interval_ms duration$
 leader_renew_streams_interval_ms duration$
 leader_session_not_replaying_timeout_ms duration$
 leader_session_update_timeout_ms duration$
 session_find_leader_timeout_ms duration$
 session_min_update_stream_state_interval_ms duration$
 session_renew_lease_timeout_ms duration$
sysmon
 broker_pool_mailbox_size_alarm_threshold 1..
 mnesia_tm_mailbox_size_alarm_threshold 1..
 os
  cpu_check_interval duration
  cpu_high_watermark percent
  cpu_low_watermark percent
  mem_check_interval duration|enum(disabled)
  procmem_high_watermark percent
  sysmem_high_watermark percent
 top
  db_hostname text
  db_name text
  db_password text*
  db_port integer
  db_username text
  max_procs 0..
  num_items 0..
  sample_interval duration
 vm
  busy_dist_port boolean
  busy_port boolean
  large_heap size|enum(disabled)
  long_gc duration|enum(disabled)
  long_schedule duration|enum(disabled)
  process_check_interval duration
  process_high_watermark percent
  process_low_watermark percent
force_shutdown
 enable boolean
 max_heap_size size
 max_mailbox_size,max_message_queue_len 0..
force_gc
 bytes size
 count 0..
 enable boolean
flapping_detect
 ban_time duration
 enable boolean
 max_count 0..
 window_time duration
limiter
 bytes,bytes_in
  burst text
  rate text
 bytes_rate text
 client !
 connection
  burst text
  rate text
 internal
  burst text
  rate text
 max_conn_rate text
 message_routing
  burst text
  rate text
 messages,message_in
  burst text
  rate text
 messages_rate text
overload_protection
 backoff_delay 0..
 backoff_gc boolean
 backoff_hibernation boolean
 backoff_new_conn boolean
 enable boolean
zones map
 *
  conn_congestion
   enable_alarm boolean
   min_alarm_sustain_duration duration
  durable_sessions
   batch_size 1..
   disconnected_session_count_refresh_interval duration
   enable boolean
   force_persistence boolean
   heartbeat_interval duration
   idle_poll_interval duration
   message_retention_period duration
   renew_streams_interval duration
   session_gc_batch_size 1..
   session_gc_interval duration
   subscription_count_refresh_interval duration
  flapping_detect
   ban_time duration
   enable boolean
   max_count 0..
   window_time duration
  force_gc
   bytes size
   count 0..
   enable boolean
  force_shutdown
   enable boolean
   max_heap_size size
   max_mailbox_size,max_message_queue_len 0..
  mqtt
   await_rel_timeout duration
   client_attrs_init list
    *
     expression text
     set_as_attr text
   clientid_override text
   exclusive_subscription boolean
   idle_timeout duration|enum(infinity)
   ignore_loop_deliver boolean
   keepalive_backoff number
   keepalive_check_interval duration
   keepalive_multiplier number
   max_awaiting_rel 0..|enum(infinity)
   max_clientid_len 23..65535
   max_inflight 1..65535
   max_mqueue_len 0..|enum(infinity)
   max_packet_size size
   max_qos_allowed 0..2
   max_subscriptions 1..|enum(infinity)
   max_topic_alias 0..65535
   max_topic_levels 1..65535
   message_expiry_interval duration|enum(infinity)
   mqueue_default_priority enum(highest,lowest)
   mqueue_priorities map|enum(disabled)
   mqueue_store_qos0 boolean
   peer_cert_as_clientid enum(disabled,cn,dn,crt,pem,md5)
   peer_cert_as_username enum(disabled,cn,dn,crt,pem,md5)
   response_information text
   retain_available boolean
   retry_interval duration|enum(infinity)
   server_keepalive 1..|enum(disabled)
   session_expiry_interval duration
   shared_subscription boolean
   shared_subscription_initial_sticky_pick enum(random,local,hash_topic,hash_clientid)
   shared_subscription_strategy enum(random,round_robin,round_robin_per_group,sticky,local,hash_topic,hash_clientid)
   strict_mode boolean
   upgrade_qos boolean
   use_username_as_clientid boolean
   wildcard_subscription boolean
  overload_protection
   backoff_delay 0..
   backoff_gc boolean
   backoff_hibernation boolean
   backoff_new_conn boolean
   enable boolean
  stats
   enable boolean
broker
 enable_session_registry boolean
 perf
  route_lock_type enum(key,tab,global)
  trie_compaction boolean
 route_batch_clean boolean
 routing
  batch_sync
   enable_on enum(none,core,replicant,all)
  storage_schema enum(v1,v2)
 session_history_retain duration
 session_locking_strategy enum(local,leader,quorum,all)
 shared_dispatch_ack_enabled boolean!
 shared_subscription_group map
  *
   initial_sticky_pick enum(random,local,hash_topic,hash_clientid)
   strategy enum(random,round_robin,round_robin_per_group,sticky,local,hash_topic,hash_clientid)
 shared_subscription_strategy text!
alarm
 actions list(enum(log,publish))
 size_limit 1..3000
 validity_period duration
actions any
auto_subscribe
 topics list
  *
   nl 0..1
   qos 0..2
   rap 0..1
   rh 0..2
   topic text
banned
 bootstrap_file text
bridges any
conn_congestion
 enable_alarm boolean
 min_alarm_sustain_duration duration
connectors any
crl_cache
 capacity 1..
 http_timeout duration
 refresh_interval duration
delayed
 enable boolean
 max_delayed_messages integer
exhook
 servers list
  *
   auto_reconnect duration|enum(false)
   enable boolean
   failed_action enum(deny,ignore)
   name text
   pool_size 1..
   request_timeout duration
   socket_options
    keepalive boolean
    nodelay boolean
    recbuf size
    sndbuf size
   ssl
    cacertfile text
    cacerts boolean!
    certfile text
    ciphers text|list(text)
    depth 0..
    enable boolean
    hibernate_after duration
    keyfile text
    log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
    partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
    password secret*
    reuse_sessions boolean
    secure_renegotiate boolean
    server_name_indication text
    verify enum(verify_peer,verify_none)
    verify_peer_ext_key_usage text$
    versions list(text)
   url text
file_transfer $
 assemble_timeout duration$
 enable boolean$
 init_timeout duration$
 storage $
  local $
   enable boolean$
   exporter $
    local $
     enable boolean$
     root text$
    s3 $
     access_key_id text$
     access_method enum(path,vhost)$
     acl enum(private,public_read,public_read_write,authenticated_read,bucket_owner_read,bucket_owner_full_control)$
     bucket text$
     enable boolean$
     host text$
     max_part_size size$
     min_part_size size$
     port 1..$
     secret_access_key secret*$
     transport_options $
      connect_timeout duration$
      enable_pipelining 1..!$
      headers map$
      ipv6_probe boolean$
      max_retries 0..$
      pool_size 1..$
      pool_type enum(random,hash)$
      request_timeout duration$
      ssl $
       cacertfile text$
       cacerts boolean!$
       certfile text$
       ciphers text|list(text)$
       depth 0..$
       enable boolean$
       hibernate_after duration$
       keyfile text$
       log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)$
       partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
       password secret*$
       reuse_sessions boolean$
       secure_renegotiate boolean$
       server_name_indication text$
       user_lookup_fun text!$
       verify enum(verify_peer,verify_none)$
       verify_peer_ext_key_usage text$
       versions list(text)$
     url_expire_time duration$
   segments $
    gc $
     interval duration$
     maximum_segments_ttl duration$
     minimum_segments_ttl duration$
    root text$
 store_segment_timeout duration$
gateway any
 coap
  authentication =authentication.*
  clientinfo_override
   clientid text
   password text*
   username text
  connection_required boolean
  enable boolean
  enable_stats boolean
  heartbeat duration
  idle_timeout duration
  listeners
   dtls map
    *
     acceptors integer
     access_rules list(text)
     authentication =authentication.*
     bind bind
     dtls_options
      cacertfile text
      cacerts boolean!
      certfile text
      ciphers text|list(text)
      client_renegotiation boolean
      depth 0..
      dhfile text
      enable_crl_check boolean
      fail_if_no_peer_cert boolean
      gc_after_handshake boolean
      handshake_timeout duration
      hibernate_after duration
      honor_cipher_order boolean
      keyfile text
      log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
      ocsp
       enable_ocsp_stapling boolean
       issuer_pem text
       refresh_http_timeout duration
       refresh_interval duration
       responder_url text
      partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
      password secret*
      reuse_sessions boolean
      secure_renegotiate boolean
      user_lookup_fun text
      verify enum(verify_peer,verify_none)
      verify_peer_ext_key_usage text$
      versions list(text)
     enable boolean
     enable_authn boolean
     health_check
      reply text
      request text
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     udp_options
      active_n integer
      buffer size
      recbuf size
      reuseaddr boolean
      sndbuf size
   udp map
    *
     access_rules list(text)
     authentication =authentication.*
     bind bind
     enable boolean
     enable_authn boolean
     health_check
      reply text
      request text
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     udp_options
      active_n integer
      buffer size
      recbuf size
      reuseaddr boolean
      sndbuf size
  mountpoint text
  notify_type enum(non,con,qos)
  publish_qos enum(qos0,qos1,qos2,coap)
  subscribe_qos enum(qos0,qos1,qos2,coap)
 exproto
  authentication =authentication.*
  clientinfo_override
   clientid text
   password text*
   username text
  enable boolean
  enable_stats boolean
  handler
   address text
   service_name enum(ConnectionHandler,ConnectionUnaryHandler)
   ssl_options
    cacertfile text
    cacerts boolean!
    certfile text
    ciphers text|list(text)
    depth 0..
    enable boolean
    hibernate_after duration
    keyfile text
    log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
    partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
    password secret*
    reuse_sessions boolean
    secure_renegotiate boolean
    server_name_indication text
    user_lookup_fun text!
    verify enum(verify_peer,verify_none)
    verify_peer_ext_key_usage text$
    versions list(text)
  idle_timeout duration
  listeners
   dtls map
    *
     acceptors integer
     access_rules list(text)
     authentication =authentication.*
     bind bind
     dtls_options
      cacertfile text
      cacerts boolean!
      certfile text
      ciphers text|list(text)
      client_renegotiation boolean
      depth 0..
      dhfile text
      enable_crl_check boolean
      fail_if_no_peer_cert boolean
      gc_after_handshake boolean
      handshake_timeout duration
      hibernate_after duration
      honor_cipher_order boolean
      keyfile text
      log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
      ocsp
       enable_ocsp_stapling boolean
       issuer_pem text
       refresh_http_timeout duration
       refresh_interval duration
       responder_url text
      partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
      password secret*
      reuse_sessions boolean
      secure_renegotiate boolean
      user_lookup_fun text
      verify enum(verify_peer,verify_none)
      verify_peer_ext_key_usage text$
      versions list(text)
     enable boolean
     enable_authn boolean
     health_check
      reply text
      request text
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     udp_options
      active_n integer
      buffer size
      recbuf size
      reuseaddr boolean
      sndbuf size
   ssl map
    *
     acceptors integer
     access_rules list(text)
     authentication =authentication.*
     bind bind
     enable boolean
     enable_authn boolean
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     proxy_protocol boolean
     proxy_protocol_timeout duration
     ssl_options
      cacertfile text
      cacerts boolean!
      certfile text
      ciphers text|list(text)
      client_renegotiation boolean
      depth 0..
      dhfile text
      enable_crl_check boolean
      fail_if_no_peer_cert boolean
      gc_after_handshake boolean
      handshake_timeout duration
      hibernate_after duration
      honor_cipher_order boolean
      keyfile text
      log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
      ocsp
       enable_ocsp_stapling boolean
       issuer_pem text
       refresh_http_timeout duration
       refresh_interval duration
       responder_url text
      partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
      password secret*
      reuse_sessions boolean
      secure_renegotiate boolean
      user_lookup_fun text
      verify enum(verify_peer,verify_none)
      verify_peer_ext_key_usage text$
      versions list(text)
     tcp_options
      active_n 0..
      backlog 1..
      buffer size
      high_watermark size
      keepalive text
      nodelay boolean
      nolinger boolean
      recbuf size
      reuseaddr boolean
      send_timeout duration
      send_timeout_close boolean
      sndbuf size
   tcp map
    *
     acceptors integer
     access_rules list(text)
     authentication =authentication.*
     bind bind
     enable boolean
     enable_authn boolean
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     proxy_protocol boolean
     proxy_protocol_timeout duration
     tcp_options
      active_n 0..
      backlog 1..
      buffer size
      high_watermark size
      keepalive text
      nodelay boolean
      nolinger boolean
      recbuf size
      reuseaddr boolean
      send_timeout duration
      send_timeout_close boolean
      sndbuf size
   udp map
    *
     access_rules list(text)
     authentication =authentication.*
     bind bind
     enable boolean
     enable_authn boolean
     health_check
      reply text
      request text
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     udp_options
      active_n integer
      buffer size
      recbuf size
      reuseaddr boolean
      sndbuf size
  mountpoint text
  server
   bind bind
   ssl_options
    cacertfile text
    cacerts boolean!
    certfile text
    ciphers text|list(text)
    client_renegotiation boolean
    depth 0..
    dhfile text
    fail_if_no_peer_cert boolean
    handshake_timeout duration
    hibernate_after duration
    honor_cipher_order boolean
    keyfile text
    log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
    partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
    password secret*
    reuse_sessions boolean
    secure_renegotiate boolean
    user_lookup_fun text
    verify enum(verify_peer,verify_none)
    verify_peer_ext_key_usage text$
    versions list(text)
 lwm2m
  authentication =authentication.*
  auto_observe boolean
  clientinfo_override
   clientid text
   password text*
   username text
  enable boolean
  enable_stats boolean
  idle_timeout duration
  lifetime_max duration
  lifetime_min duration
  listeners
   dtls map
    *
     acceptors integer
     access_rules list(text)
     authentication =authentication.*
     bind bind
     dtls_options
      cacertfile text
      cacerts boolean!
      certfile text
      ciphers text|list(text)
      client_renegotiation boolean
      depth 0..
      dhfile text
      enable_crl_check boolean
      fail_if_no_peer_cert boolean
      gc_after_handshake boolean
      handshake_timeout duration
      hibernate_after duration
      honor_cipher_order boolean
      keyfile text
      log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
      ocsp
       enable_ocsp_stapling boolean
       issuer_pem text
       refresh_http_timeout duration
       refresh_interval duration
       responder_url text
      partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
      password secret*
      reuse_sessions boolean
      secure_renegotiate boolean
      user_lookup_fun text
      verify enum(verify_peer,verify_none)
      verify_peer_ext_key_usage text$
      versions list(text)
     enable boolean
     enable_authn boolean
     health_check
      reply text
      request text
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     udp_options
      active_n integer
      buffer size
      recbuf size
      reuseaddr boolean
      sndbuf size
   udp map
    *
     access_rules list(text)
     authentication =authentication.*
     bind bind
     enable boolean
     enable_authn boolean
     health_check
      reply text
      request text
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     udp_options
      active_n integer
      buffer size
      recbuf size
      reuseaddr boolean
      sndbuf size
  mountpoint text
  qmode_time_window duration
  translators
   command
    qos 0..2
    topic text
   notify
    qos 0..2
    topic text
   register
    qos 0..2
    topic text
   response
    qos 0..2
    topic text
   update
    qos 0..2
    topic text
  update_msg_publish_condition enum(always,contains_object_list)
  xml_dir text
 mqttsn
  authentication =authentication.*
  broadcast boolean
  clientinfo_override
   clientid text
   password text*
   username text
  enable boolean
  enable_qos3 boolean
  enable_stats boolean
  gateway_id integer
  idle_timeout duration
  listeners
   dtls map
    *
     acceptors integer
     access_rules list(text)
     authentication =authentication.*
     bind bind
     dtls_options
      cacertfile text
      cacerts boolean!
      certfile text
      ciphers text|list(text)
      client_renegotiation boolean
      depth 0..
      dhfile text
      enable_crl_check boolean
      fail_if_no_peer_cert boolean
      gc_after_handshake boolean
      handshake_timeout duration
      hibernate_after duration
      honor_cipher_order boolean
      keyfile text
      log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
      ocsp
       enable_ocsp_stapling boolean
       issuer_pem text
       refresh_http_timeout duration
       refresh_interval duration
       responder_url text
      partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
      password secret*
      reuse_sessions boolean
      secure_renegotiate boolean
      user_lookup_fun text
      verify enum(verify_peer,verify_none)
      verify_peer_ext_key_usage text$
      versions list(text)
     enable boolean
     enable_authn boolean
     health_check
      reply text
      request text
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     udp_options
      active_n integer
      buffer size
      recbuf size
      reuseaddr boolean
      sndbuf size
   udp map
    *
     access_rules list(text)
     authentication =authentication.*
     bind bind
     enable boolean
     enable_authn boolean
     health_check
      reply text
      request text
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     udp_options
      active_n integer
      buffer size
      recbuf size
      reuseaddr boolean
      sndbuf size
  mountpoint text
  predefined list
   *
    id 1..1024
    topic text
  subs_resume boolean
 stomp
  authentication =authentication.*
  clientinfo_override
   clientid text
   password text*
   username text
  enable boolean
  enable_stats boolean
  frame
   max_body_length integer
   max_headers 0..
   max_headers_length 0..
  idle_timeout duration
  listeners
   ssl map
    *
     acceptors integer
     access_rules list(text)
     authentication =authentication.*
     bind bind
     enable boolean
     enable_authn boolean
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     proxy_protocol boolean
     proxy_protocol_timeout duration
     ssl_options
      cacertfile text
      cacerts boolean!
      certfile text
      ciphers text|list(text)
      client_renegotiation boolean
      depth 0..
      dhfile text
      enable_crl_check boolean
      fail_if_no_peer_cert boolean
      gc_after_handshake boolean
      handshake_timeout duration
      hibernate_after duration
      honor_cipher_order boolean
      keyfile text
      log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)
      ocsp
       enable_ocsp_stapling boolean
       issuer_pem text
       refresh_http_timeout duration
       refresh_interval duration
       responder_url text
      partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
      password secret*
      reuse_sessions boolean
      secure_renegotiate boolean
      user_lookup_fun text
      verify enum(verify_peer,verify_none)
      verify_peer_ext_key_usage text$
      versions list(text)
     tcp_options
      active_n 0..
      backlog 1..
      buffer size
      high_watermark size
      keepalive text
      nodelay boolean
      nolinger boolean
      recbuf size
      reuseaddr boolean
      send_timeout duration
      send_timeout_close boolean
      sndbuf size
   tcp map
    *
     acceptors integer
     access_rules list(text)
     authentication =authentication.*
     bind bind
     enable boolean
     enable_authn boolean
     max_conn_rate integer
     max_connections 1..|enum(infinity)
     mountpoint text
     proxy_protocol boolean
     proxy_protocol_timeout duration
     tcp_options
      active_n 0..
      backlog 1..
      buffer size
      high_watermark size
      keepalive text
      nodelay boolean
      nolinger boolean
      recbuf size
      reuseaddr boolean
      send_timeout duration
      send_timeout_close boolean
      sndbuf size
  mountpoint text
message_transformation $
 transformations list$
  *
   description text$
   enable boolean$
   failure_action enum(drop,disconnect,ignore)$
   log_failure $
    level enum(error,warning,notice,info,debug,none)$
   name text$
   operations list$
    *
     key text$
     value text$
   payload_decoder any$
   payload_encoder any$
   tags list(text)$
   topics any$
opentelemetry $
 exporter $
  endpoint text$
  headers map$
  protocol enum(grpc)$
  ssl_options $
   cacertfile text$
   cacerts boolean!$
   certfile text$
   ciphers text|list(text)$
   depth 0..$
   enable boolean$
   hibernate_after duration$
   keyfile text$
   log_level enum(emergency,alert,critical,error,warning,notice,info,debug,none,all)$
   partial_chain enum(true,false,two_cacerts_from_cacertfile,cacert_from_cacertfile)$
   password secret*$
   reuse_sessions boolean$
   secure_renegotiate boolean$
   server_name_indication text$
   user_lookup_fun text!$
   verify enum(verify_peer,verify_none)$
   verify_peer_ext_key_usage text$
   versions list(text)$
 logs $
  enable boolean$
  exporting_timeout duration$
  level enum(debug,info,notice,warning,error,critical,alert,emergency,all)$
  max_queue_size 1..$
  scheduled_delay duration$
 metrics $
  enable boolean$
  interval,scheduled_delay duration$
 traces $
  enable boolean$
  exporting_timeout duration$
  filter $
   e2e_tracing_options $
    client_connect_disconnect boolean$
    client_messaging boolean$
    client_subscribe_unsubscribe boolean$
    clientid_match_rules_max 1..$
    cluster_identifier text$
    follow_traceparent boolean$
    msg_trace_level 0..2$
    sample_ratio percent$
    topic_match_rules_max 1..$
   trace_all boolean$
   trace_mode enum(legacy,e2e)$
  max_queue_size 1..$
  scheduled_delay duration$
plugins
 check_interval duration!
 install_dir text
 states list
  *
   enable boolean
   name_vsn text
psk_authentication
 chunk_size integer
 enable boolean
 init_file text
 separator text
rewrite list
 *
  action enum(subscribe,publish,all)
  dest_topic text
  re text
  source_topic text
rule_engine
 ignore_sys_message boolean
 jq_function_default_timeout duration
 jq_implementation_module enum(jq_nif,jq_port)!
 rules map
  *
   actions list
    * any
     args struct|map!
      direct_dispatch text
      mqtt_properties
       Content-Type text
       Correlation-Data text
       Message-Expiry-Interval text
       Payload-Format-Indicator text
       Response-Topic text
      payload text
      qos text
      retain text
      topic text
      user_properties text
     function text
   description text
   enable boolean
   metadata map
   name text
   sql text
schema_registry $
 external map$
  *
   auth struct|enum(none)$
    mechanism enum(basic)$
    password secret*$
    username text$
   type enum(confluent)$
   url text$
 schemas map$
  *
   description text$
   source text$
   type enum(avro,protobuf,json)$
schema_validation $
 validations list$
  *
   checks list$
    *
     message_type text$
     schema text$
     sql text$
     type any$
   description text$
   enable boolean$
   failure_action enum(drop,disconnect,ignore)$
   log_failure $
    level enum(error,warning,notice,info,debug,none)$
   name text$
   strategy enum(any_pass,all_pass)$
   tags list(text)$
   topics any$
slow_subs
 enable boolean
 expire_interval duration
 stats_type enum(whole,internal,response)
 threshold duration
 top_k_num 1..
sources any
stats
 enable boolean
sys_topics
 sys_event_messages
  client_connected boolean
  client_disconnected boolean
  client_subscribed boolean
  client_unsubscribed boolean
 sys_heartbeat_interval duration|enum(disabled)
 sys_msg_interval duration|enum(disabled)
telemetry
 enable boolean
topic_metrics list
 *
  topic text
trace
 payload_encode enum(hex,text,hidden)!
`;
