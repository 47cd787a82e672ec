interface PackageUrl {
  type: string;
  namespace: string;
  name: string;
  version: string;
}

/** Reads a package URL (purl specification); null when it is none. */
export function parsePackageUrl(purl: string): PackageUrl | null {
  const body = /^pkg:\/*([^?#]+)/.exec(purl)?.[1];
  if (body === undefined) return null;
  const at = body.lastIndexOf("@");
  // The @ of an npm scope stands at the start of a segment, that of a version does not.
  const versioned = at > 0 && body[at - 1] !== "/";
  const segments = (versioned ? body.slice(0, at) : body).split("/").filter((segment) => segment !== "");
  const type = segments.shift()?.toLowerCase();
  const name = segments.pop();
  if (type === undefined || name === undefined) return null;
  try {
    return {
      type,
      namespace: segments.map(decodeURIComponent).join("/"),
      name: decodeURIComponent(name),
      version: versioned ? decodeURIComponent(body.slice(at + 1)) : "",
    };
  } catch {
    return null;
  }
}

const DEPS_DEV_TYPES: Record<string, string> = { cargo: "cargo", golang: "go", maven: "maven", npm: "npm", nuget: "nuget", pypi: "pypi" };

const ECOSYSTEMS_REGISTRIES: Record<string, string> = {
  cargo: "crates.io",
  cocoapods: "cocoapods.org",
  composer: "packagist.org",
  cpan: "metacpan.org",
  cran: "cran.r-project.org",
  gem: "rubygems.org",
  golang: "proxy.golang.org",
  hackage: "hackage.haskell.org",
  maven: "repo1.maven.org",
  npm: "npmjs.org",
  nuget: "nuget.org",
  pypi: "pypi.org",
};

/** The page about a package: on deps.dev if wanted and known there, else on ecosyste.ms; null for other types. */
export function packageLink(purl: string, preference: string | undefined): string | null {
  const parsed = parsePackageUrl(purl);
  if (parsed === null) return null;
  const separator = parsed.type === "maven" ? ":" : "/";
  const qualified = encodeURIComponent(parsed.namespace === "" ? parsed.name : parsed.namespace + separator + parsed.name);
  const system = preference === "ecosyste.ms" ? undefined : DEPS_DEV_TYPES[parsed.type];
  if (system !== undefined) {
    const version = parsed.version === "" ? "" : `/${encodeURIComponent(parsed.version)}`;
    return `https://deps.dev/${system}/${qualified}${version}`;
  }
  const registry = ECOSYSTEMS_REGISTRIES[parsed.type];
  return registry === undefined ? null : `https://packages.ecosyste.ms/registries/${registry}/packages/${qualified}`;
}
