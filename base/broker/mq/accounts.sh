# Writes /definitions from the templates: an account's template names no secret, its values come from mounted Secrets.
set -eu
umask 077

templates="${TEMPLATES:-/templates}"
accounts="${ACCOUNTS:-/accounts}"
definitions="${DEFINITIONS:-/definitions}"

for template in "$templates"/*.json; do
  name="$(basename "$template" .json)"
  target="$definitions/$name.json"
  if ! grep -q '@USERNAME@' "$template"; then
    cat "$template" > "$target"
    continue
  fi
  username="$(cat "$accounts/$name/username")"
  password="$(cat "$accounts/$name/password")"
  # The services paste both into a URL without escaping them, and so does this script into JSON.
  for value in "$username" "$password"; do
    case "$value" in
      '' | *[!A-Za-z0-9._~-]*)
        echo "account $name: only letters, digits, - . _ ~ are possible in the user name and the password" >&2
        exit 1
        ;;
    esac
  done
  sed -e "s/@USERNAME@/$username/g" -e "s/@PASSWORD@/$password/g" "$template" > "$target"
  echo "account $name: $username"
done
