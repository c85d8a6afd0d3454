// The controls of the level baseline: they close known ways out of a container.
import { Value } from "../../model/value.ts";
import { isRuntimeSocket, isSensitivePath } from "../host-paths.ts";
import type { Control } from "./pod.ts";
import { allowedCapabilities, allowedSysctls, seLinuxTypes } from "./values.ts";

export const baselineControls: readonly Control[] = [
  {
    code: "security/privileged-container",
    level: "baseline",
    summary: "A container is privileged",
    why: "It has all rights of root on the node, so whoever gets into it has the node and all pods there",
    fix: "remove `privileged`; add the one capability that is needed, if any",
    *violations({ settled }) {
      for (const { who, context } of settled) {
        const at = context.get("privileged");
        if (at.boolean === true) yield { at, message: `${who} is privileged` };
      }
    },
  },
  {
    code: "security/host-process",
    level: "baseline",
    summary: "A Windows pod runs as processes of its node",
    why: "Such processes are not isolated from the node at all",
    fix: "remove `hostProcess`",
    *violations({ settled }) {
      for (const { who, context } of settled) {
        const at = context.get("windowsOptions", "hostProcess");
        if (at.boolean === true) yield { at, message: `${who} runs as a process of the node` };
      }
    },
  },
  {
    code: "security/host-namespace",
    level: "baseline",
    summary: "A pod shares network, processes or memory with its node",
    why: "It sees, and may reach or stop, what other pods and the node itself do",
    fix: "remove the field",
    *violations({ spec }) {
      for (const [name, what] of hostNamespaces) {
        const at = spec.get(name);
        if (at.boolean === true) yield { at, message: `the pod shares ${what} of its node` };
      }
    },
  },
  {
    code: "security/added-capability",
    level: "baseline",
    summary: "A container gets a capability beyond the usual ones",
    why: "Capabilities such as SYS_ADMIN or NET_ADMIN are as good as root on the node",
    fix: "remove it from `capabilities.add`",
    *violations({ settled }) {
      for (const { who, context } of settled) {
        for (const at of context.get("capabilities", "add").items())
          if (at.text !== undefined && !allowedCapabilities.has(at.text))
            yield { at, message: `${who} gets the capability ${at.text}` };
      }
    },
  },
  {
    code: "security/host-path-volume",
    level: "baseline",
    summary: "A volume is a directory of the node",
    why: "The pod reads and writes what belongs to the node or to other pods there",
    fix: "use a PersistentVolumeClaim, or emptyDir for what need not be kept",
    *violations({ spec }) {
      for (const volume of spec.get("volumes").items()) {
        const at = volume.get("hostPath");
        const path = at.get("path");
        if (at.exists) yield { at: path, message: `the volume is \`${path.text ?? ""}\` of the node` };
      }
    },
    isToldElsewhere: ({ at }) =>
      at instanceof Value && (isRuntimeSocket(at.text) || isSensitivePath(at.text)),
  },
  {
    code: "security/host-port",
    level: "baseline",
    summary: "A container opens a port of its node",
    why: "Such a port passes by NetworkPolicies, and only one pod of a node can have it",
    fix: "remove `hostPort` and use a Service",
    *violations({ containers }) {
      for (const { value, who } of containers) {
        for (const port of value.get("ports").items()) {
          const at = port.get("hostPort");
          if (at.exists && at.number !== 0) yield { at, message: `${who} opens port ${at.text} of its node` };
        }
      }
    },
  },
  {
    code: "security/probe-host",
    level: "baseline",
    summary: "A probe or hook names a host to ask",
    why: "The node's kubelet sends the request, so a pod can make it talk to anything that the node can reach",
    fix: "remove `host`; the pod itself is asked then",
    *violations({ containers, version }) {
      if (version < 34) return;
      for (const { value } of containers) {
        for (const handler of handlersOf(value)) {
          const at = handler.get("host");
          if (at.text) yield { at, message: `the kubelet is sent to \`${at.text}\`` };
        }
      }
    },
  },
  {
    code: "security/app-armor-profile",
    level: "baseline",
    summary: "A pod turns AppArmor off",
    why: "The runtime's profile stops writes below /proc and /sys and mounts; without it one hole more is enough",
    fix: "remove the setting; the runtime's profile holds then",
    *violations({ settled, annotations }) {
      for (const { who, context } of settled) {
        const at = context.get("appArmorProfile", "type");
        if (at.text !== undefined && at.text !== "RuntimeDefault" && at.text !== "Localhost")
          yield { at, message: `${who} has the AppArmor profile ${at.text}` };
      }
      for (const [name, at] of annotations.entries()) {
        if (!name.startsWith("container.apparmor.security.beta.kubernetes.io/")) continue;
        if (at.text && at.text !== "runtime/default" && !at.text.startsWith("localhost/"))
          yield { at, message: `a container has the AppArmor profile ${at.text}` };
      }
    },
  },
  {
    code: "security/se-linux-options",
    level: "baseline",
    summary: "A pod leaves the SELinux context of containers",
    why: "Other types, users and roles lift what keeps a container from the files of the node",
    fix: "remove the setting, or use the type container_t",
    *violations({ settled, version }) {
      for (const { who, context } of settled) {
        const options = context.get("seLinuxOptions");
        const type = options.get("type");
        const since = type.text ? seLinuxTypes.get(type.text) : 0;
        if (since === undefined || since > version)
          yield { at: type, message: `${who} has the SELinux type ${type.text}` };
        for (const name of ["user", "role"]) {
          const at = options.get(name);
          if (at.text) yield { at, message: `${who} has the SELinux ${name} ${at.text}` };
        }
      }
    },
  },
  {
    code: "security/unmasked-proc",
    level: "baseline",
    summary: "A container sees all of /proc",
    why: "The runtime hides the parts of /proc through which the kernel of the node can be read and changed",
    fix: "remove `procMount`",
    *violations({ settled, hasOwnUsers }) {
      if (hasOwnUsers) return;
      for (const { who, context } of settled) {
        const at = context.get("procMount");
        if (at.exists && at.text !== "Default") yield { at, message: `${who} sees all of /proc` };
      }
    },
  },
  {
    code: "security/seccomp-turned-off",
    level: "baseline",
    summary: "A pod turns the filter for system calls off",
    why: "System calls that no ordinary program needs are how the kernel of the node is attacked",
    fix: "set the type RuntimeDefault",
    *violations({ settled }) {
      for (const { who, context } of settled) {
        const at = context.get("seccompProfile", "type");
        if (at.exists && at.text !== "RuntimeDefault" && at.text !== "Localhost")
          yield { at, message: `${who} has the seccomp profile ${at.text}` };
      }
    },
  },
  {
    code: "security/unsafe-sysctl",
    level: "baseline",
    severity: "error",
    summary: "A pod changes a kernel setting that is not its own",
    why: "Such settings hold for the whole node, or can be used against it; a kubelet does not start the pod unless they were allowed on that node",
    fix: "remove it, or set it on the nodes",
    *violations({ spec, version }) {
      for (const sysctl of spec.get("securityContext", "sysctls").items()) {
        const at = sysctl.get("name");
        const since = allowedSysctls.get(at.text?.replaceAll("/", ".") ?? "");
        if (since === undefined || since > version)
          yield { at, message: `the kernel setting ${at.text} is not among the safe ones` };
      }
    },
  },
];

const hostNamespaces: readonly (readonly [field: string, what: string])[] = [
  ["hostNetwork", "the network"],
  ["hostPID", "the processes"],
  ["hostIPC", "the shared memory"],
];

function handlersOf(container: Value): readonly Value[] {
  const probes = ["livenessProbe", "readinessProbe", "startupProbe"].map((name) => container.get(name));
  const hooks = ["postStart", "preStop"].map((name) => container.get("lifecycle", name));
  return [...probes, ...hooks].flatMap((each) => [each.get("httpGet"), each.get("tcpSocket")]);
}
