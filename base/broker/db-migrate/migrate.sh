# Applies the numbered upgrade files above the database's version, in order, each in one transaction.
# The upgrade files are not idempotent; a file and its version number become visible together or not at all.
set -eu

sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }

# The headless Service answers before the database is ready, so the wait is here, and bounded.
attempt=0
until pg_isready -q; do
  attempt=$((attempt + 1))
  [ "$attempt" -lt 150 ] || { echo "the database does not answer" >&2; exit 1; }
  sleep 2
done

version() {
  if [ "$(sql -tAc "select to_regclass('version') is not null")" = t ]; then
    sql -tAc 'select coalesce(max(version), 0) from version'
  else
    echo 0
  fi
}

# Without the first table there is no schema to upgrade: better an error than half a schema.
[ "$(sql -tAc "select to_regclass('physical_devices') is not null")" = t ] || {
  echo "the database has no schema; its first start failed" >&2
  exit 1
}

current="$(version)"
echo "database is at version $current"

for file in /upgrade/[0-9][0-9][0-9].sql; do
  [ -e "$file" ] || continue
  number="$(basename "$file" .sql | sed 's/^0*//')"
  [ "$number" -gt "$current" ] || continue
  echo "applying $(basename "$file")"
  sql -1 -f "$file"
  current="$(version)"
  [ "$current" -eq "$number" ] || { echo "$(basename "$file") left version $current" >&2; exit 1; }
done

sql -1 -f /scripts/sources.sql

[ "$current" -ge "$SCHEMA_VERSION" ] || { echo "the image has no upgrade to $SCHEMA_VERSION" >&2; exit 1; }
echo "database is at version $current, as expected"
