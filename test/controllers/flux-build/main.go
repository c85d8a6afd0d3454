// flux-build prints what Flux 2.9 makes of a directory, with the libraries of its kustomize-controller v1.9.4: the
// generator, the build, the substitution and the common metadata. The tests compare recordings of it with our own build.
//
//	flux-build ROOT DIRECTORY KUSTOMIZATION [VALUES]    objects on stdout
//	flux-build envsubst < LINES                         lines of {"text", "variables"} to lines of {"text"} or {"error"}
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/fluxcd/pkg/envsubst"
	"github.com/fluxcd/pkg/kustomize"
	ssautil "github.com/fluxcd/pkg/ssa/utils"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/yaml"
)

func main() {
	run := build
	if len(os.Args) == 2 && os.Args[1] == "envsubst" {
		run = substituteLines
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// As KustomizationReconciler.build does it.
func build() error {
	root, err := filepath.EvalSymlinks(os.Args[1])
	if err != nil {
		return err
	}
	directory := filepath.Join(root, os.Args[2])
	text, err := os.ReadFile(os.Args[3])
	if err != nil {
		return err
	}
	var object unstructured.Unstructured
	if err := yaml.Unmarshal(text, &object.Object); err != nil {
		return err
	}
	cluster := values{}
	if len(os.Args) > 4 {
		if err := cluster.read(os.Args[4]); err != nil {
			return err
		}
	}
	if _, err := kustomize.NewGenerator(root, object).WriteFile(directory); err != nil {
		return err
	}
	objects, err := kustomize.SecureBuild(root, directory, true)
	if err != nil {
		return err
	}
	strategy, _, _ := unstructured.NestedString(object.Object, "spec", "postBuild", "substituteStrategy")
	_, hasPostBuild, _ := unstructured.NestedMap(object.Object, "spec", "postBuild")
	for _, resource := range objects.Resources() {
		if resource.GetName() == "" || resource.GetKind() == "" || resource.GetApiVersion() == "" {
			return fmt.Errorf("no apiVersion, kind or name: %v", resource.String())
		}
		if !hasPostBuild {
			continue
		}
		changed, err := kustomize.SubstituteVariables(context.Background(), cluster, object, resource,
			kustomize.SubstituteWithStrict(true), kustomize.SubstituteWithAlways(strategy == "Always"))
		if err != nil {
			return err
		}
		if changed != nil {
			if _, err := objects.Replace(resource); err != nil {
				return err
			}
		}
	}
	printed, err := objects.AsYaml()
	if err != nil {
		return err
	}
	labels, hasLabels, _ := unstructured.NestedStringMap(object.Object, "spec", "commonMetadata", "labels")
	annotations, hasAnnotations, _ := unstructured.NestedStringMap(object.Object, "spec", "commonMetadata", "annotations")
	if !hasLabels && !hasAnnotations {
		_, err = os.Stdout.Write(printed)
		return err
	}
	applied, err := ssautil.ReadObjects(bytes.NewReader(printed))
	if err != nil {
		return err
	}
	ssautil.SetCommonMetadata(applied, labels, annotations)
	for i, one := range applied {
		text, err := yaml.Marshal(one.Object)
		if err != nil {
			return err
		}
		if i > 0 {
			fmt.Println("---")
		}
		os.Stdout.Write(text)
	}
	return nil
}

// The ConfigMaps and Secrets of a cluster.
type values struct {
	client.Client
	objects []*unstructured.Unstructured
}

func (v *values) read(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	v.objects, err = ssautil.ReadObjects(file)
	return err
}

func (v values) Get(_ context.Context, key client.ObjectKey, into client.Object, _ ...client.GetOption) error {
	kind := "ConfigMap"
	if _, ok := into.(*corev1.Secret); ok {
		kind = "Secret"
	}
	for _, object := range v.objects {
		if object.GetKind() == kind && object.GetName() == key.Name && object.GetNamespace() == key.Namespace {
			return runtime.DefaultUnstructuredConverter.FromUnstructured(object.Object, into)
		}
	}
	return apierrors.NewNotFound(schema.GroupResource{Resource: kind}, key.Name)
}

func substituteLines() error {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var in struct {
			Text      string            `json:"text"`
			Variables map[string]string `json:"variables"`
		}
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil {
			return err
		}
		out, err := json.Marshal(substitute(in.Text, in.Variables))
		if err != nil {
			return err
		}
		fmt.Println(string(out))
	}
	return lines.Err()
}

func substitute(text string, variables map[string]string) (result map[string]string) {
	defer func() {
		if panicked := recover(); panicked != nil {
			result = map[string]string{"error": fmt.Sprint(panicked)}
		}
	}()
	out, err := envsubst.Eval(text, func(name string) (string, bool) {
		value, ok := variables[name]
		return value, ok
	})
	if err != nil {
		return map[string]string{"error": err.Error()}
	}
	return map[string]string{"text": out}
}
