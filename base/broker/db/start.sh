# Starts PostgreSQL so that a first start that was cut short is begun again.
# The image initialises an empty data directory only: killed half-way, it would come up the next time as a running
# database without a schema. The marker stands from before the first byte until the last initialisation file has run.
set -eu

marker="$(dirname "$PGDATA")/.initialising"
aside="$PGDATA.interrupted"

if [ -e "$marker" ] && [ -e "$PGDATA" ]; then
  echo "the first start did not finish; its remains are kept in $aside" >&2
  rm -rf "$aside"
  mv "$PGDATA" "$aside"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  touch "$marker"
fi

exec docker-entrypoint.sh postgres "$@"
