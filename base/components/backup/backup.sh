#!/bin/sh
# Asks one EMQX node to export the cluster's data, fetches the file, removes it from the node, keeps the newest KEEP files.
# Runs in a small shell (busybox): no jq, no bash.
set -eu

: "${API_URL:?}" "${API_KEY:?}" "${API_SECRET:?}" "${BACKUP_DIR:?}" "${KEEP:?}"

# The login goes through standard input, so that no process list shows it.
api() {
  printf 'user = "%s:%s"\n' "$API_KEY" "$API_SECRET" |
    curl --config - --fail --silent --show-error --max-time 300 "$@"
}

# One string field of a flat JSON answer.
field() {
  printf '%s' "$answer" | sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"
}

answer=$(api --request POST --header 'Content-Type: application/json' --data '{}' "$API_URL/data/export")
file=$(field filename)
node=$(field node)
if [ -z "$file" ] || [ -z "$node" ]; then
  echo "unexpected answer to the export: $answer" >&2
  exit 1
fi

# The name comes from outside: it must stay inside BACKUP_DIR.
case $file in
  */* | .*) echo "refusing the file name $file" >&2; exit 1 ;;
esac

partial="$BACKUP_DIR/.partial"
rm -f "$partial"
# The export lies on one node; whichever node answers fetches it from there.
api --get --data-urlencode "node=$node" --output "$partial" "$API_URL/data/files/$file"
tar -tzf "$partial" >/dev/null
mv "$partial" "$BACKUP_DIR/$file"
api --request DELETE --get --data-urlencode "node=$node" "$API_URL/data/files/$file" >/dev/null

# Names carry the time, so their order is their age.
find "$BACKUP_DIR" -maxdepth 1 -name 'emqx-export-*' | sort -r | tail -n "+$((KEEP + 1))" | while read -r old; do
  rm -f "$old"
done
echo "saved $file from $node"
