/** An evidence with its JSON indented; as it is when it is no JSON. */
export function prettyEvidence(evidence: string): string {
  try {
    return JSON.stringify(JSON.parse(evidence), null, 2);
  } catch {
    return evidence;
  }
}
