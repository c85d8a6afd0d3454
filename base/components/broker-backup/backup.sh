# One compressed dump, checked before it counts, old ones deleted only after a good one.
set -eu

directory="${BACKUPS:-/backups}"
part="$directory/.part"
# An interrupted run leaves its part behind; only one run exists at a time.
rm -f "$part"

pg_dump -Fc --no-owner -f "$part"
pg_restore --list "$part" | grep -q 'TABLE DATA public physical_devices' || {
  echo "the dump has no devices in it" >&2
  exit 1
}

target="$directory/$(date -u +%Y%m%dT%H%M%SZ).dump"
mv "$part" "$target"
find "$directory" -maxdepth 1 -name '*.dump' -mtime +"${KEEP_DAYS:-14}" -delete
echo "$target $(wc -c < "$target") bytes"
