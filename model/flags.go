package model

// Flags tells which kinds of origin the observation has, for its product (core-products.md §10.2).
func (o *Observation) Flags() ProductFlags {
	return ProductFlags{
		CloudResource:       o.OriginCloudQualifiedResource != "",
		Component:           o.OriginComponentNameVersion != "",
		DockerImage:         o.OriginDockerImageNameTag != "",
		Endpoint:            o.OriginEndpointURL != "",
		KubernetesResource:  o.OriginKubernetesQualifiedResource != "",
		Source:              o.OriginSourceFile != "",
		PotentialDuplicates: o.HasPotentialDuplicates,
	}
}
