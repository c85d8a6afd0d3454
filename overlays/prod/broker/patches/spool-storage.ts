// A class with reclaimPolicy Retain and volume expansion; claims of an existing StatefulSet cannot be changed here.
import { claimSize } from "../../../sizes.ts";

export const patch = claimSize("ttn-webhook", "spool", "5Gi");
