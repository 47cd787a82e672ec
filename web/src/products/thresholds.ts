import { SEVERITIES } from "../values/choices";

/** Fields of the most active observations of each severity that pass the security gate, worst first. */
export const THRESHOLDS = SEVERITIES.map((severity) => `security_gate_threshold_${severity.toLowerCase()}`);
