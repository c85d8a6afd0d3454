// The kinds of emqx. Generated from renderer/schema/data/tables/emqx.ts; edit neither.
// biome-ignore-all format: generated

import type { ObjectMeta } from "./kubernetes.ts";

export interface EMQX {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: ObjectMeta;
  readonly spec?: EMQXSpec;
  readonly status?: unknown;
}

export interface EMQXSpec {
  readonly bootstrapAPIKeys?: readonly EMQXSpecBootstrapAPIKeysItem[];
  readonly clusterDomain?: string;
  readonly config?: EMQXSpecConfig;
  readonly coreTemplate?: EMQXSpecCoreTemplate;
  readonly dashboardServiceTemplate?: EMQXSpecDashboardServiceTemplate;
  readonly image: string;
  readonly imagePullPolicy?: string;
  readonly imagePullSecrets?: readonly EMQXSpecCoreTemplateSpecExtraVolumesItemCephfsSecretRef[];
  readonly listenersServiceTemplate?: EMQXSpecDashboardServiceTemplate;
  readonly replicantTemplate?: EMQXSpecReplicantTemplate;
  readonly revisionHistoryLimit?: number;
  readonly serviceAccountName?: string;
  readonly updateStrategy?: EMQXSpecUpdateStrategy;
}

export interface EMQXSpecBootstrapAPIKeysItem {
  readonly key?: string;
  readonly secret?: string;
  readonly secretRef?: EMQXSpecBootstrapAPIKeysItemSecretRef;
}

export interface EMQXSpecBootstrapAPIKeysItemSecretRef {
  readonly key: EMQXSpecBootstrapAPIKeysItemSecretRefKey;
  readonly secret: EMQXSpecBootstrapAPIKeysItemSecretRefKey;
}

export interface EMQXSpecBootstrapAPIKeysItemSecretRefKey {
  readonly secretKey: string;
  readonly secretName: string;
}

export interface EMQXSpecConfig {
  readonly data?: string;
  readonly mode?: "Merge" | "Replace";
}

export interface EMQXSpecCoreTemplate {
  readonly metadata?: unknown;
  readonly spec?: EMQXSpecCoreTemplateSpec;
}

export interface EMQXSpecCoreTemplateSpec {
  readonly affinity?: EMQXSpecCoreTemplateSpecAffinity;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly containerSecurityContext?: EMQXSpecCoreTemplateSpecContainerSecurityContext;
  readonly env?: readonly EMQXSpecCoreTemplateSpecEnvItem[];
  readonly envFrom?: readonly EMQXSpecCoreTemplateSpecEnvFromItem[];
  readonly extraContainers?: readonly EMQXSpecCoreTemplateSpecExtraContainersItem[];
  readonly extraVolumeMounts?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemVolumeMountsItem[];
  readonly extraVolumes?: readonly EMQXSpecCoreTemplateSpecExtraVolumesItem[];
  readonly initContainers?: readonly EMQXSpecCoreTemplateSpecExtraContainersItem[];
  readonly lifecycle?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecycle;
  readonly livenessProbe?: EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbe;
  readonly maxUnavailable?: number | string;
  readonly minAvailable?: number | string;
  readonly nodeName?: string;
  readonly nodeSelector?: { readonly [name: string]: string };
  readonly podSecurityContext?: EMQXSpecCoreTemplateSpecPodSecurityContext;
  readonly ports?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemPortsItem[];
  readonly readinessProbe?: EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbe;
  readonly replicas?: number;
  readonly resources?: EMQXSpecCoreTemplateSpecExtraContainersItemResources;
  readonly startupProbe?: EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbe;
  readonly toleRations?: readonly EMQXSpecCoreTemplateSpecToleRationsItem[];
  readonly tolerations?: readonly EMQXSpecCoreTemplateSpecToleRationsItem[];
  readonly topologySpreadConstraints?: readonly EMQXSpecCoreTemplateSpecTopologySpreadConstraintsItem[];
  readonly volumeClaimTemplates?: EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplateSpec;
}

export interface EMQXSpecCoreTemplateSpecAffinity {
  readonly nodeAffinity?: EMQXSpecCoreTemplateSpecAffinityNodeAffinity;
  readonly podAffinity?: EMQXSpecCoreTemplateSpecAffinityPodAffinity;
  readonly podAntiAffinity?: EMQXSpecCoreTemplateSpecAffinityPodAffinity;
}

export interface EMQXSpecCoreTemplateSpecAffinityNodeAffinity {
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly EMQXSpecCoreTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionItem[];
  readonly requiredDuringSchedulingIgnoredDuringExecution?: EMQXSpecCoreTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecution;
}

export interface EMQXSpecCoreTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionItem {
  readonly preference: EMQXSpecCoreTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPreference;
  readonly weight: number;
}

export interface EMQXSpecCoreTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPreference {
  readonly matchExpressions?: readonly EMQXSpecCoreTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPreferenceMatchExpressionsItem[];
  readonly matchFields?: readonly EMQXSpecCoreTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPreferenceMatchExpressionsItem[];
}

export interface EMQXSpecCoreTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPreferenceMatchExpressionsItem {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface EMQXSpecCoreTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecution {
  readonly nodeSelectorTerms: readonly EMQXSpecCoreTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPreference[];
}

export interface EMQXSpecCoreTemplateSpecAffinityPodAffinity {
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItem[];
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPodAffinityTerm[];
}

export interface EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItem {
  readonly podAffinityTerm: EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPodAffinityTerm;
  readonly weight: number;
}

export interface EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPodAffinityTerm {
  readonly labelSelector?: EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPodAffinityTermLabelSelector;
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
  readonly namespaceSelector?: EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPodAffinityTermLabelSelector;
  readonly namespaces?: readonly string[];
  readonly topologyKey: string;
}

export interface EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPodAffinityTermLabelSelector {
  readonly matchExpressions?: readonly EMQXSpecCoreTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPreferenceMatchExpressionsItem[];
  readonly matchLabels?: { readonly [name: string]: string };
}

export interface EMQXSpecCoreTemplateSpecContainerSecurityContext {
  readonly allowPrivilegeEscalation?: boolean;
  readonly capabilities?: EMQXSpecCoreTemplateSpecContainerSecurityContextCapabilities;
  readonly privileged?: boolean;
  readonly procMount?: string;
  readonly readOnlyRootFilesystem?: boolean;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly seLinuxOptions?: EMQXSpecCoreTemplateSpecContainerSecurityContextSeLinuxOptions;
  readonly seccompProfile?: EMQXSpecCoreTemplateSpecContainerSecurityContextSeccompProfile;
  readonly windowsOptions?: EMQXSpecCoreTemplateSpecContainerSecurityContextWindowsOptions;
}

export interface EMQXSpecCoreTemplateSpecContainerSecurityContextCapabilities {
  readonly add?: readonly string[];
  readonly drop?: readonly string[];
}

export interface EMQXSpecCoreTemplateSpecContainerSecurityContextSeLinuxOptions {
  readonly level?: string;
  readonly role?: string;
  readonly type?: string;
  readonly user?: string;
}

export interface EMQXSpecCoreTemplateSpecContainerSecurityContextSeccompProfile {
  readonly localhostProfile?: string;
  readonly type: string;
}

export interface EMQXSpecCoreTemplateSpecContainerSecurityContextWindowsOptions {
  readonly gmsaCredentialSpec?: string;
  readonly gmsaCredentialSpecName?: string;
  readonly hostProcess?: boolean;
  readonly runAsUserName?: string;
}

export interface EMQXSpecCoreTemplateSpecEnvFromItem {
  readonly configMapRef?: EMQXSpecCoreTemplateSpecEnvFromItemConfigMapRef;
  readonly prefix?: string;
  readonly secretRef?: EMQXSpecCoreTemplateSpecEnvFromItemConfigMapRef;
}

export interface EMQXSpecCoreTemplateSpecEnvFromItemConfigMapRef {
  readonly name?: string;
  readonly optional?: boolean;
}

export interface EMQXSpecCoreTemplateSpecEnvItem {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: EMQXSpecCoreTemplateSpecEnvItemValueFrom;
}

export interface EMQXSpecCoreTemplateSpecEnvItemValueFrom {
  readonly configMapKeyRef?: EMQXSpecCoreTemplateSpecEnvItemValueFromConfigMapKeyRef;
  readonly fieldRef?: EMQXSpecCoreTemplateSpecEnvItemValueFromFieldRef;
  readonly resourceFieldRef?: EMQXSpecCoreTemplateSpecEnvItemValueFromResourceFieldRef;
  readonly secretKeyRef?: EMQXSpecCoreTemplateSpecEnvItemValueFromConfigMapKeyRef;
}

export interface EMQXSpecCoreTemplateSpecEnvItemValueFromConfigMapKeyRef {
  readonly key: string;
  readonly name?: string;
  readonly optional?: boolean;
}

export interface EMQXSpecCoreTemplateSpecEnvItemValueFromFieldRef {
  readonly apiVersion?: string;
  readonly fieldPath: string;
}

export interface EMQXSpecCoreTemplateSpecEnvItemValueFromResourceFieldRef {
  readonly containerName?: string;
  readonly divisor?: number | string;
  readonly resource: string;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItem {
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly EMQXSpecCoreTemplateSpecEnvItem[];
  readonly envFrom?: readonly EMQXSpecCoreTemplateSpecEnvFromItem[];
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly lifecycle?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecycle;
  readonly livenessProbe?: EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbe;
  readonly name: string;
  readonly ports?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemPortsItem[];
  readonly readinessProbe?: EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbe;
  readonly resizePolicy?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemResizePolicyItem[];
  readonly resources?: EMQXSpecCoreTemplateSpecExtraContainersItemResources;
  readonly restartPolicy?: string;
  readonly securityContext?: EMQXSpecCoreTemplateSpecContainerSecurityContext;
  readonly startupProbe?: EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbe;
  readonly stdin?: boolean;
  readonly stdinOnce?: boolean;
  readonly terminationMessagePath?: string;
  readonly terminationMessagePolicy?: string;
  readonly tty?: boolean;
  readonly volumeDevices?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemVolumeDevicesItem[];
  readonly volumeMounts?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemVolumeMountsItem[];
  readonly workingDir?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemLifecycle {
  readonly postStart?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStart;
  readonly preStop?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStart;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStart {
  readonly exec?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartExec;
  readonly httpGet?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartHttpGet;
  readonly sleep?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartSleep;
  readonly tcpSocket?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartTcpSocket;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartExec {
  readonly command?: readonly string[];
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartHttpGet {
  readonly host?: string;
  readonly httpHeaders?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartHttpGetHttpHeadersItem[];
  readonly path?: string;
  readonly port: number | string;
  readonly scheme?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartHttpGetHttpHeadersItem {
  readonly name: string;
  readonly value: string;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartSleep {
  readonly seconds: number;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartTcpSocket {
  readonly host?: string;
  readonly port: number | string;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbe {
  readonly exec?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartExec;
  readonly failureThreshold?: number;
  readonly grpc?: EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbeGrpc;
  readonly httpGet?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartHttpGet;
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly successThreshold?: number;
  readonly tcpSocket?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartTcpSocket;
  readonly terminationGracePeriodSeconds?: number;
  readonly timeoutSeconds?: number;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbeGrpc {
  readonly port: number;
  readonly service?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemPortsItem {
  readonly containerPort: number;
  readonly hostIP?: string;
  readonly hostPort?: number;
  readonly name?: string;
  readonly protocol?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemResizePolicyItem {
  readonly resourceName: string;
  readonly restartPolicy: string;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemResources {
  readonly claims?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemResourcesClaimsItem[];
  readonly limits?: { readonly [name: string]: number | string };
  readonly requests?: { readonly [name: string]: number | string };
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemResourcesClaimsItem {
  readonly name: string;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemVolumeDevicesItem {
  readonly devicePath: string;
  readonly name: string;
}

export interface EMQXSpecCoreTemplateSpecExtraContainersItemVolumeMountsItem {
  readonly mountPath: string;
  readonly mountPropagation?: string;
  readonly name: string;
  readonly readOnly?: boolean;
  readonly subPath?: string;
  readonly subPathExpr?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItem {
  readonly awsElasticBlockStore?: EMQXSpecCoreTemplateSpecExtraVolumesItemAwsElasticBlockStore;
  readonly azureDisk?: EMQXSpecCoreTemplateSpecExtraVolumesItemAzureDisk;
  readonly azureFile?: EMQXSpecCoreTemplateSpecExtraVolumesItemAzureFile;
  readonly cephfs?: EMQXSpecCoreTemplateSpecExtraVolumesItemCephfs;
  readonly cinder?: EMQXSpecCoreTemplateSpecExtraVolumesItemCinder;
  readonly configMap?: EMQXSpecCoreTemplateSpecExtraVolumesItemConfigMap;
  readonly csi?: EMQXSpecCoreTemplateSpecExtraVolumesItemCsi;
  readonly downwardAPI?: EMQXSpecCoreTemplateSpecExtraVolumesItemDownwardAPI;
  readonly emptyDir?: EMQXSpecCoreTemplateSpecExtraVolumesItemEmptyDir;
  readonly ephemeral?: EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeral;
  readonly fc?: EMQXSpecCoreTemplateSpecExtraVolumesItemFc;
  readonly flexVolume?: EMQXSpecCoreTemplateSpecExtraVolumesItemFlexVolume;
  readonly flocker?: EMQXSpecCoreTemplateSpecExtraVolumesItemFlocker;
  readonly gcePersistentDisk?: EMQXSpecCoreTemplateSpecExtraVolumesItemGcePersistentDisk;
  readonly gitRepo?: EMQXSpecCoreTemplateSpecExtraVolumesItemGitRepo;
  readonly glusterfs?: EMQXSpecCoreTemplateSpecExtraVolumesItemGlusterfs;
  readonly hostPath?: EMQXSpecCoreTemplateSpecExtraVolumesItemHostPath;
  readonly iscsi?: EMQXSpecCoreTemplateSpecExtraVolumesItemIscsi;
  readonly name: string;
  readonly nfs?: EMQXSpecCoreTemplateSpecExtraVolumesItemNfs;
  readonly persistentVolumeClaim?: EMQXSpecCoreTemplateSpecExtraVolumesItemPersistentVolumeClaim;
  readonly photonPersistentDisk?: EMQXSpecCoreTemplateSpecExtraVolumesItemPhotonPersistentDisk;
  readonly portworxVolume?: EMQXSpecCoreTemplateSpecExtraVolumesItemPortworxVolume;
  readonly projected?: EMQXSpecCoreTemplateSpecExtraVolumesItemProjected;
  readonly quobyte?: EMQXSpecCoreTemplateSpecExtraVolumesItemQuobyte;
  readonly rbd?: EMQXSpecCoreTemplateSpecExtraVolumesItemRbd;
  readonly scaleIO?: EMQXSpecCoreTemplateSpecExtraVolumesItemScaleIO;
  readonly secret?: EMQXSpecCoreTemplateSpecExtraVolumesItemSecret;
  readonly storageos?: EMQXSpecCoreTemplateSpecExtraVolumesItemStorageos;
  readonly vsphereVolume?: EMQXSpecCoreTemplateSpecExtraVolumesItemVsphereVolume;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemAwsElasticBlockStore {
  readonly fsType?: string;
  readonly partition?: number;
  readonly readOnly?: boolean;
  readonly volumeID: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemAzureDisk {
  readonly cachingMode?: string;
  readonly diskName: string;
  readonly diskURI: string;
  readonly fsType?: string;
  readonly kind?: string;
  readonly readOnly?: boolean;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemAzureFile {
  readonly readOnly?: boolean;
  readonly secretName: string;
  readonly shareName: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemCephfs {
  readonly monitors: readonly string[];
  readonly path?: string;
  readonly readOnly?: boolean;
  readonly secretFile?: string;
  readonly secretRef?: EMQXSpecCoreTemplateSpecExtraVolumesItemCephfsSecretRef;
  readonly user?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemCephfsSecretRef {
  readonly name?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemCinder {
  readonly fsType?: string;
  readonly readOnly?: boolean;
  readonly secretRef?: EMQXSpecCoreTemplateSpecExtraVolumesItemCephfsSecretRef;
  readonly volumeID: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemConfigMap {
  readonly defaultMode?: number;
  readonly items?: readonly EMQXSpecCoreTemplateSpecExtraVolumesItemConfigMapItemsItem[];
  readonly name?: string;
  readonly optional?: boolean;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemConfigMapItemsItem {
  readonly key: string;
  readonly mode?: number;
  readonly path: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemCsi {
  readonly driver: string;
  readonly fsType?: string;
  readonly nodePublishSecretRef?: EMQXSpecCoreTemplateSpecExtraVolumesItemCephfsSecretRef;
  readonly readOnly?: boolean;
  readonly volumeAttributes?: { readonly [name: string]: string };
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemDownwardAPI {
  readonly defaultMode?: number;
  readonly items?: readonly EMQXSpecCoreTemplateSpecExtraVolumesItemDownwardAPIItemsItem[];
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemDownwardAPIItemsItem {
  readonly fieldRef?: EMQXSpecCoreTemplateSpecEnvItemValueFromFieldRef;
  readonly mode?: number;
  readonly path: string;
  readonly resourceFieldRef?: EMQXSpecCoreTemplateSpecEnvItemValueFromResourceFieldRef;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemEmptyDir {
  readonly medium?: string;
  readonly sizeLimit?: number | string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeral {
  readonly volumeClaimTemplate?: EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplate;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplate {
  readonly metadata?: unknown;
  readonly spec: EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplateSpec;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplateSpec {
  readonly accessModes?: readonly string[];
  readonly dataSource?: EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplateSpecDataSource;
  readonly dataSourceRef?: EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplateSpecDataSourceRef;
  readonly resources?: EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplateSpecResources;
  readonly selector?: EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPodAffinityTermLabelSelector;
  readonly storageClassName?: string;
  readonly volumeAttributesClassName?: string;
  readonly volumeMode?: string;
  readonly volumeName?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplateSpecDataSource {
  readonly apiGroup?: string;
  readonly kind: string;
  readonly name: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplateSpecDataSourceRef {
  readonly apiGroup?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemEphemeralVolumeClaimTemplateSpecResources {
  readonly limits?: { readonly [name: string]: number | string };
  readonly requests?: { readonly [name: string]: number | string };
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemFc {
  readonly fsType?: string;
  readonly lun?: number;
  readonly readOnly?: boolean;
  readonly targetWWNs?: readonly string[];
  readonly wwids?: readonly string[];
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemFlexVolume {
  readonly driver: string;
  readonly fsType?: string;
  readonly options?: { readonly [name: string]: string };
  readonly readOnly?: boolean;
  readonly secretRef?: EMQXSpecCoreTemplateSpecExtraVolumesItemCephfsSecretRef;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemFlocker {
  readonly datasetName?: string;
  readonly datasetUUID?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemGcePersistentDisk {
  readonly fsType?: string;
  readonly partition?: number;
  readonly pdName: string;
  readonly readOnly?: boolean;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemGitRepo {
  readonly directory?: string;
  readonly repository: string;
  readonly revision?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemGlusterfs {
  readonly endpoints: string;
  readonly path: string;
  readonly readOnly?: boolean;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemHostPath {
  readonly path: string;
  readonly type?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemIscsi {
  readonly chapAuthDiscovery?: boolean;
  readonly chapAuthSession?: boolean;
  readonly fsType?: string;
  readonly initiatorName?: string;
  readonly iqn: string;
  readonly iscsiInterface?: string;
  readonly lun: number;
  readonly portals?: readonly string[];
  readonly readOnly?: boolean;
  readonly secretRef?: EMQXSpecCoreTemplateSpecExtraVolumesItemCephfsSecretRef;
  readonly targetPortal: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemNfs {
  readonly path: string;
  readonly readOnly?: boolean;
  readonly server: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemPersistentVolumeClaim {
  readonly claimName: string;
  readonly readOnly?: boolean;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemPhotonPersistentDisk {
  readonly fsType?: string;
  readonly pdID: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemPortworxVolume {
  readonly fsType?: string;
  readonly readOnly?: boolean;
  readonly volumeID: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemProjected {
  readonly defaultMode?: number;
  readonly sources?: readonly EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItem[];
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItem {
  readonly clusterTrustBundle?: EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItemClusterTrustBundle;
  readonly configMap?: EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItemConfigMap;
  readonly downwardAPI?: EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItemDownwardAPI;
  readonly secret?: EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItemConfigMap;
  readonly serviceAccountToken?: EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItemServiceAccountToken;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItemClusterTrustBundle {
  readonly labelSelector?: EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPodAffinityTermLabelSelector;
  readonly name?: string;
  readonly optional?: boolean;
  readonly path: string;
  readonly signerName?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItemConfigMap {
  readonly items?: readonly EMQXSpecCoreTemplateSpecExtraVolumesItemConfigMapItemsItem[];
  readonly name?: string;
  readonly optional?: boolean;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItemDownwardAPI {
  readonly items?: readonly EMQXSpecCoreTemplateSpecExtraVolumesItemDownwardAPIItemsItem[];
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemProjectedSourcesItemServiceAccountToken {
  readonly audience?: string;
  readonly expirationSeconds?: number;
  readonly path: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemQuobyte {
  readonly group?: string;
  readonly readOnly?: boolean;
  readonly registry: string;
  readonly tenant?: string;
  readonly user?: string;
  readonly volume: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemRbd {
  readonly fsType?: string;
  readonly image: string;
  readonly keyring?: string;
  readonly monitors: readonly string[];
  readonly pool?: string;
  readonly readOnly?: boolean;
  readonly secretRef?: EMQXSpecCoreTemplateSpecExtraVolumesItemCephfsSecretRef;
  readonly user?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemScaleIO {
  readonly fsType?: string;
  readonly gateway: string;
  readonly protectionDomain?: string;
  readonly readOnly?: boolean;
  readonly secretRef: EMQXSpecCoreTemplateSpecExtraVolumesItemCephfsSecretRef;
  readonly sslEnabled?: boolean;
  readonly storageMode?: string;
  readonly storagePool?: string;
  readonly system: string;
  readonly volumeName?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemSecret {
  readonly defaultMode?: number;
  readonly items?: readonly EMQXSpecCoreTemplateSpecExtraVolumesItemConfigMapItemsItem[];
  readonly optional?: boolean;
  readonly secretName?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemStorageos {
  readonly fsType?: string;
  readonly readOnly?: boolean;
  readonly secretRef?: EMQXSpecCoreTemplateSpecExtraVolumesItemCephfsSecretRef;
  readonly volumeName?: string;
  readonly volumeNamespace?: string;
}

export interface EMQXSpecCoreTemplateSpecExtraVolumesItemVsphereVolume {
  readonly fsType?: string;
  readonly storagePolicyID?: string;
  readonly storagePolicyName?: string;
  readonly volumePath: string;
}

export interface EMQXSpecCoreTemplateSpecPodSecurityContext {
  readonly fsGroup?: number;
  readonly fsGroupChangePolicy?: string;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly seLinuxOptions?: EMQXSpecCoreTemplateSpecContainerSecurityContextSeLinuxOptions;
  readonly seccompProfile?: EMQXSpecCoreTemplateSpecContainerSecurityContextSeccompProfile;
  readonly supplementalGroups?: readonly number[];
  readonly sysctls?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemLifecyclePostStartHttpGetHttpHeadersItem[];
  readonly windowsOptions?: EMQXSpecCoreTemplateSpecContainerSecurityContextWindowsOptions;
}

export interface EMQXSpecCoreTemplateSpecToleRationsItem {
  readonly effect?: string;
  readonly key?: string;
  readonly operator?: string;
  readonly tolerationSeconds?: number;
  readonly value?: string;
}

export interface EMQXSpecCoreTemplateSpecTopologySpreadConstraintsItem {
  readonly labelSelector?: EMQXSpecCoreTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionItemPodAffinityTermLabelSelector;
  readonly matchLabelKeys?: readonly string[];
  readonly maxSkew: number;
  readonly minDomains?: number;
  readonly nodeAffinityPolicy?: string;
  readonly nodeTaintsPolicy?: string;
  readonly topologyKey: string;
  readonly whenUnsatisfiable: string;
}

export interface EMQXSpecDashboardServiceTemplate {
  readonly enabled?: boolean;
  readonly metadata?: unknown;
  readonly spec?: EMQXSpecDashboardServiceTemplateSpec;
}

export interface EMQXSpecDashboardServiceTemplateSpec {
  readonly allocateLoadBalancerNodePorts?: boolean;
  readonly clusterIP?: string;
  readonly clusterIPs?: readonly string[];
  readonly externalIPs?: readonly string[];
  readonly externalName?: string;
  readonly externalTrafficPolicy?: string;
  readonly healthCheckNodePort?: number;
  readonly internalTrafficPolicy?: string;
  readonly ipFamilies?: readonly string[];
  readonly ipFamilyPolicy?: string;
  readonly loadBalancerClass?: string;
  readonly loadBalancerIP?: string;
  readonly loadBalancerSourceRanges?: readonly string[];
  readonly ports?: readonly EMQXSpecDashboardServiceTemplateSpecPortsItem[];
  readonly publishNotReadyAddresses?: boolean;
  readonly selector?: { readonly [name: string]: string };
  readonly sessionAffinity?: string;
  readonly sessionAffinityConfig?: EMQXSpecDashboardServiceTemplateSpecSessionAffinityConfig;
  readonly type?: string;
}

export interface EMQXSpecDashboardServiceTemplateSpecPortsItem {
  readonly appProtocol?: string;
  readonly name?: string;
  readonly nodePort?: number;
  readonly port: number;
  readonly protocol?: string;
  readonly targetPort?: number | string;
}

export interface EMQXSpecDashboardServiceTemplateSpecSessionAffinityConfig {
  readonly clientIP?: EMQXSpecDashboardServiceTemplateSpecSessionAffinityConfigClientIP;
}

export interface EMQXSpecDashboardServiceTemplateSpecSessionAffinityConfigClientIP {
  readonly timeoutSeconds?: number;
}

export interface EMQXSpecReplicantTemplate {
  readonly metadata?: unknown;
  readonly spec?: EMQXSpecReplicantTemplateSpec;
}

export interface EMQXSpecReplicantTemplateSpec {
  readonly affinity?: EMQXSpecCoreTemplateSpecAffinity;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly containerSecurityContext?: EMQXSpecCoreTemplateSpecContainerSecurityContext;
  readonly env?: readonly EMQXSpecCoreTemplateSpecEnvItem[];
  readonly envFrom?: readonly EMQXSpecCoreTemplateSpecEnvFromItem[];
  readonly extraContainers?: readonly EMQXSpecCoreTemplateSpecExtraContainersItem[];
  readonly extraVolumeMounts?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemVolumeMountsItem[];
  readonly extraVolumes?: readonly EMQXSpecCoreTemplateSpecExtraVolumesItem[];
  readonly initContainers?: readonly EMQXSpecCoreTemplateSpecExtraContainersItem[];
  readonly lifecycle?: EMQXSpecCoreTemplateSpecExtraContainersItemLifecycle;
  readonly livenessProbe?: EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbe;
  readonly maxUnavailable?: number | string;
  readonly minAvailable?: number | string;
  readonly nodeName?: string;
  readonly nodeSelector?: { readonly [name: string]: string };
  readonly podSecurityContext?: EMQXSpecCoreTemplateSpecPodSecurityContext;
  readonly ports?: readonly EMQXSpecCoreTemplateSpecExtraContainersItemPortsItem[];
  readonly readinessProbe?: EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbe;
  readonly replicas?: number;
  readonly resources?: EMQXSpecCoreTemplateSpecExtraContainersItemResources;
  readonly startupProbe?: EMQXSpecCoreTemplateSpecExtraContainersItemLivenessProbe;
  readonly toleRations?: readonly EMQXSpecCoreTemplateSpecToleRationsItem[];
  readonly tolerations?: readonly EMQXSpecCoreTemplateSpecToleRationsItem[];
  readonly topologySpreadConstraints?: readonly EMQXSpecCoreTemplateSpecTopologySpreadConstraintsItem[];
}

export interface EMQXSpecUpdateStrategy {
  readonly evacuationStrategy?: EMQXSpecUpdateStrategyEvacuationStrategy;
  readonly initialDelaySeconds?: number;
  readonly type?: "Recreate";
}

export interface EMQXSpecUpdateStrategyEvacuationStrategy {
  readonly connEvictRate?: number;
  readonly sessEvictRate?: number;
  readonly waitTakeover?: number;
}

/** Kinds whose lists a patch replaces whole. */
export interface WholeKinds {
  readonly "apps.emqx.io/v2beta1/EMQX": EMQX;
}
