package model

import "strings"

// normaliseDockerImage derives name, tag and name:tag of the image from each other (core-observations.md §3.2). A registry's port is no
// tag, and an image that is named by its digest has none.
func (o *Observation) normaliseDockerImage() {
	if o.OriginDockerImageNameTag == "" {
		if name, tag, ok := splitImage(o.OriginDockerImageName); ok && o.OriginDockerImageTag == "" {
			o.OriginDockerImageName, o.OriginDockerImageTag = name, tag
		}
		o.OriginDockerImageNameTag = join(o.OriginDockerImageName, o.OriginDockerImageTag)
	} else if o.OriginDockerImageTag == "" || o.OriginDockerImageNameTag != join(o.OriginDockerImageName, o.OriginDockerImageTag) {
		o.splitDockerImage()
	}
	// the name is part of the identity: clipped here as well, it is the same after an import and after each later save
	o.OriginDockerImageName, o.OriginDockerImageTag = clipPlain(o.OriginDockerImageName, maxShort), clipPlain(o.OriginDockerImageTag, maxShort)
	short := o.OriginDockerImageNameTag
	o.OriginDockerImageNameTagShort = strings.TrimSpace(short[strings.LastIndexByte(short, '/')+1:])
}

// splitDockerImage takes name and tag from name:tag.
func (o *Observation) splitDockerImage() {
	if name, tag, ok := splitImage(o.OriginDockerImageNameTag); ok {
		o.OriginDockerImageName, o.OriginDockerImageTag = name, tag
		return
	}
	o.OriginDockerImageName = o.OriginDockerImageNameTag
	if strings.Contains(o.OriginDockerImageNameTag, "@") {
		o.OriginDockerImageTag = ""
	}
}

// splitImage splits "name:tag" at the colon after the last slash.
func splitImage(image string) (name, tag string, ok bool) {
	if strings.Contains(image, "@") {
		return "", "", false
	}
	colon := strings.LastIndexByte(image, ':')
	if colon <= strings.LastIndexByte(image, '/') || strings.Count(image[strings.LastIndexByte(image, '/')+1:], ":") != 1 {
		return "", "", false
	}
	return image[:colon], image[colon+1:], true
}
