#!/bin/sh
# Makes the Secrets of the dev environment with random values, straight in the cluster: git never sees one.
#
#   overlays/dev/secrets.sh --context <name of a kubectl context>
#
# First those of EMQX and the account that the broker's website has there, then those of the broker (broker/secrets.sh). What
# exists stays as it is, so it may run again. It runs only where the namespaces say that they are dev: for production the
# values come from a secret store (docs/secrets.md).
set -eu

refuse() {
  echo "secrets.sh: $1" >&2
  exit 64
}

if [ $# -ne 2 ] || [ "$1" != --context ] || [ -z "$2" ]; then
  refuse "usage: overlays/dev/secrets.sh --context <context>"
fi
context=$2
case $context in
  *[Pp][Rr][Oo][Dd]*) refuse "the context $context looks like production" ;;
esac

k() { kubectl --context "$context" "$@"; }

for namespace in emqx iota; do
  if [ -z "$(k get namespace "$namespace" --ignore-not-found --output name)" ]; then
    k create namespace "$namespace"
    k label namespace "$namespace" environment=dev
  fi
  environment=$(k get namespace "$namespace" --output 'jsonpath={.metadata.labels.environment}')
  if [ "$environment" != dev ]; then
    refuse "the namespace $namespace is not marked as dev; if it is, run: kubectl --context $context label namespace $namespace environment=dev"
  fi
done

# EMQX reads some values as HOCON: letters and digits only, a letter first.
random() {
  printf 's%s' "$(LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c 31)"
}

# secret NAMESPACE NAME KEY=VALUE...   Standard input carries the values, so that no process list shows them.
secret() {
  namespace=$1
  name=$2
  shift 2
  if [ -n "$(k --namespace "$namespace" get secret "$name" --ignore-not-found --output name)" ]; then
    echo "secret/$name in $namespace exists, left alone"
    return
  fi
  {
    printf 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n  namespace: %s\nstringData:\n' "$name" "$namespace"
    for entry in "$@"; do
      printf '  %s: |-\n' "${entry%%=*}"
      printf '%s\n' "${entry#*=}" | sed 's/^/    /'
    done
  } | k create --filename -
}

secret emqx emqx-node-cookie "cookie=$(random)"
secret emqx emqx-dashboard-admin "password=$(random)"

# The website of the broker is a client of EMQX, so both sides know its password: both Secrets are made, or none.
existing="$(k --namespace emqx get secret emqx-mqtt-users --ignore-not-found --output name)$(k --namespace iota get secret website-mqtt --ignore-not-found --output name)"
case $existing in
  '' | secret/emqx-mqtt-userssecret/website-mqtt) ;;
  *) refuse "only one of the Secrets emqx-mqtt-users (in emqx) and website-mqtt (in iota) exists: delete it, then run this again" ;;
esac
website=$(random)
secret emqx emqx-mqtt-users "users.csv=user_id,password,is_superuser
tester,$(random),false
website,$website,false"
secret iota website-mqtt username=website "password=$website"

exec sh "$(dirname "$0")/broker/secrets.sh" --context "$context"
