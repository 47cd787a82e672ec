import { SelectInput } from "react-admin";

interface Props {
  source: string;
  /** Key of the name for "nothing of its own": the value null. */
  standard: string;
  /** Key of the name for true. */
  specific: string;
}

const NAMES = { standard: "standard", disabled: "disabled", specific: "specific" } as const;

function format(value: boolean | null | undefined): string {
  if (value === null || value === undefined) return NAMES.standard;
  return value ? NAMES.specific : NAMES.disabled;
}

function parse(name: string): boolean | null {
  return name === NAMES.standard ? null : name === NAMES.specific;
}

/** Standard, disabled or own values: null, false or true. */
export function TriStateInput({ source, standard, specific }: Props) {
  return (
    <SelectInput
      source={source}
      choices={[
        { id: NAMES.standard, name: standard },
        { id: NAMES.disabled, name: "form.disabled" },
        { id: NAMES.specific, name: specific },
      ]}
      format={format}
      parse={parse}
      isRequired
      helperText={false}
    />
  );
}
