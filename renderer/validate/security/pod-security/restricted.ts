// The controls that the level restricted adds: what every pod can do without.
import type { Value } from "../../model/value.ts";
import type { Control, Secured, SecuredPod } from "./pod.ts";
import { allowedCapabilities, restrictedVolumeTypes } from "./values.ts";

export const restrictedControls: readonly Control[] = [
  {
    code: "security/volume-type",
    level: "restricted",
    summary: "A volume is of a type that ties the pod to its storage",
    why: "Whoever writes pods then decides which disks, hosts and paths are mounted, instead of who runs the storage",
    fix: "define it as a PersistentVolume and use a PersistentVolumeClaim",
    *violations({ spec }) {
      for (const volume of spec.get("volumes").items()) {
        const source = volume.entries().find(([name, value]) => name !== "name" && value.exists);
        // hostPath is the matter of a control of its own; without a source it is an emptyDir.
        if (!source || source[0] === "hostPath" || restrictedVolumeTypes.includes(source[0])) continue;
        yield { at: source[1], atKey: true, message: `the volume is of type ${source[0]}` };
      }
    },
  },
  {
    code: "security/privilege-escalation",
    level: "restricted",
    summary: "A container does not rule out that a process gains rights",
    why: "A program with the setuid bit, such as sudo, makes root of any user",
    fix: "set `allowPrivilegeEscalation: false`",
    *violations({ containers, isWindows }) {
      if (isWindows) return;
      for (const { who, context } of containers) {
        const at = context.get("allowPrivilegeEscalation");
        // The API server refuses the two together, and privileged is the matter of a control of its own.
        if (at.boolean !== false && !isPrivileged(context))
          yield { at, message: `processes of ${who} may gain rights` };
      }
    },
  },
  {
    code: "security/may-run-as-root",
    level: "restricted",
    summary: "Nothing keeps a container from running as root",
    why: "Its image decides then; root in a container is root on the node for every hole in the runtime or kernel",
    fix: "set `runAsNonRoot: true` in the pod's securityContext",
    *violations(pod) {
      if (pod.hasOwnUsers) return;
      for (const { who, context } of pod.settled) {
        const at = context.get("runAsNonRoot");
        if (at.boolean === false) yield { at, message: `${who} may run as root` };
      }
      const own = pod.spec.get("securityContext", "runAsNonRoot");
      if (own.boolean !== undefined) return;
      const unsaid = pod.containers.filter(({ context }) => !context.get("runAsNonRoot").exists);
      const open = unsaid.filter((container) => !hasOwnNumber(container, pod));
      if (open.length > 0) yield { at: own, message: `${namesOf(open)} may run as root` };
      // A number decides as well, and of 0 another control tells; but who enforces the level asks for the word.
      else if (unsaid.length > 0 && pod.enforced)
        yield { at: own, message: `${namesOf(unsaid)} may not leave out runAsNonRoot` };
    },
  },
  {
    code: "security/runs-as-root",
    level: "restricted",
    summary: "A container runs as root",
    why: "Root in a container is root on the node for every hole in the runtime or kernel",
    fix: "set the number of a user that the image has, above 0",
    *violations(pod) {
      if (pod.hasOwnUsers) return;
      for (const { who, context } of pod.settled) {
        const at = context.get("runAsUser");
        if (at.number === 0) yield { at, message: `${who} runs as root` };
      }
    },
  },
  {
    code: "security/no-seccomp-profile",
    level: "restricted",
    summary: "No filter for system calls is asked for",
    why: "Unless the kubelet was told otherwise the pod has all system calls, also those that only attacks need",
    fix: "set `seccompProfile: {type: RuntimeDefault}` in the pod's securityContext",
    *violations({ spec, containers, isWindows }) {
      // What turns the filter off is the matter of a control of its own.
      const own = spec.get("securityContext", "seccompProfile");
      if (isWindows || own.get("type").exists) return;
      const open = containers.filter(
        ({ context }) => !context.get("seccompProfile", "type").exists && !isPrivileged(context),
      );
      if (open.length > 0) yield { at: own, message: `${namesOf(open)} may make every system call` };
    },
  },
  {
    code: "security/capabilities-kept",
    level: "restricted",
    summary: "A container keeps capabilities",
    why: "By default a container may change owners of files, forge network packets and more, which hardly a program needs",
    fix: "set `capabilities: {drop: [ALL]}`; only NET_BIND_SERVICE may be added",
    *violations({ containers, isWindows, enforced }) {
      if (isWindows) return;
      for (const { who, context } of containers) {
        if (isPrivileged(context)) continue;
        const drop = context.get("capabilities", "drop");
        const all = drop.items().find(({ text }) => text?.toUpperCase() === "ALL");
        if (!all) yield { at: drop, message: `${who} keeps the capabilities of its runtime` };
        // Runtimes take it in small letters; who enforces the level does not.
        else if (all.text !== "ALL" && enforced)
          yield { at: all, message: `${who} drops \`${all.text}\`, and only \`ALL\` counts` };
        for (const at of context.get("capabilities", "add").items())
          if (at.text && at.text !== "NET_BIND_SERVICE" && allowedCapabilities.has(at.text))
            yield { at, message: `${who} gets the capability ${at.text}` };
      }
    },
  },
];

/** Such a container has every right whatever else is said; `security/privileged-container` tells. */
function isPrivileged(context: Value): boolean {
  return context.get("privileged").boolean === true;
}

function hasOwnNumber({ context }: Secured, { spec }: SecuredPod): boolean {
  return context.get("runAsUser").exists || spec.get("securityContext", "runAsUser").exists;
}

function namesOf(containers: readonly Secured[]): string {
  const names = containers.map(({ name }) => `\`${name}\``).join(", ");
  return `${containers.length === 1 ? "the container" : "the containers"} ${names}`;
}
