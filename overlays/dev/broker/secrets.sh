#!/bin/sh
# Makes the broker's Secrets of the dev environment with random values, straight in the cluster: git never sees one.
#
#   overlays/dev/broker/secrets.sh --context <name of a kubectl context>   first: it makes and marks the namespaces
#   overlays/dev/secrets.sh --context <the same context>                   then: EMQX, and the website's account there
#
# What exists stays as it is, so it may run again. It runs only where the namespaces say that they are dev.
set -eu

refuse() {
  echo "secrets.sh: $1" >&2
  exit 64
}

if [ $# -ne 2 ] || [ "$1" != --context ] || [ -z "$2" ]; then
  refuse "usage: overlays/dev/broker/secrets.sh --context <context>"
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

# Some values are pasted into URLs or read as HOCON: letters and digits only, a letter first.
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
      printf "  %s: '%s'\n" "${entry%%=*}" "${entry#*=}"
    done
  } | k create --filename -
}

secret iota db-auth username=iota "password=$(random)"
secret iota mq-auth username=broker "password=$(random)"
secret iota api-admin username=admin "password=$(random)"

# Nothing leaves a development cluster, so the platforms never see this one.
secret iota ttn-auth 'token=Bearer dev-without-access'

# The bridge's account is known to both sides: both Secrets are made, or none.
existing="$(k --namespace iota get secret emqx-bridge --ignore-not-found --output name)$(k --namespace emqx get secret emqx-bridge --ignore-not-found --output name)"
case $existing in
  '' | secret/emqx-bridgesecret/emqx-bridge) ;;
  *) refuse "only one of the two Secrets emqx-bridge (in emqx and iota) exists: delete it, then run this again" ;;
esac
bridge=$(random)
secret emqx emqx-bridge username=emqx-bridge "password=$bridge"
secret iota emqx-bridge username=emqx-bridge "password=$bridge"

if [ -z "$(k --namespace iota get secret website-mqtt --ignore-not-found --output name)" ]; then
  echo "next: overlays/dev/secrets.sh --context $context"
fi
