// A class with reclaimPolicy Retain and volume expansion; claims of an existing StatefulSet cannot be changed here.
import { claimSize, emqxNode } from "../../../sizes.ts";

export const patch = claimSize("emqx", "data", emqxNode.storage);
