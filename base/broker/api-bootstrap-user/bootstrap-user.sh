# Creates the first user of the REST API. An existing user keeps its password: people change it on the website.
set -eu

if python -m broker-cli users ls | grep -qF "'$API_ADMIN_USER'"; then
  echo "user $API_ADMIN_USER exists"
  exit 0
fi

# -a: may write; without it a user only reads.
python -m broker-cli users add -u "$API_ADMIN_USER" -p "$API_ADMIN_PASSWORD" -a
echo "user $API_ADMIN_USER created"
