// Paths of a node through which a pod gets hold of it.

const sockets = /(?:^|\/)(?:docker|containerd|crio|cri-dockerd|podman)\.sock$/;

/** Below them stands what runs the node, or what all its pods have. */
const sensitive: readonly string[] = [
  "/boot",
  "/dev",
  "/etc",
  "/home",
  "/lib",
  "/proc",
  "/root",
  "/run",
  "/sys",
  "/usr",
  "/var/lib/containerd",
  "/var/lib/docker",
  "/var/lib/etcd",
  "/var/lib/kubelet",
  "/var/run",
];

export function isRuntimeSocket(path: string | undefined): boolean {
  return path !== undefined && sockets.test(path);
}

export function isSensitivePath(path: string | undefined): boolean {
  if (path === undefined) return false;
  const plain = path.replace(/\/{1,10}$/, "");
  return plain === "" || sensitive.includes(plain);
}
