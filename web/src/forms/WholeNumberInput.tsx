import { maxValue, minValue, NumberInput, required } from "react-admin";

interface Props {
  source: string;
  min: number;
  max: number;
  mandatory?: boolean;
  defaultValue?: number;
  helperText?: string | false;
}

export function WholeNumberInput({ min, max, mandatory = false, ...props }: Props) {
  return (
    <NumberInput
      min={min}
      max={max}
      step={1}
      helperText={false}
      validate={[...(mandatory ? [required()] : []), minValue(min), maxValue(max), whole]}
      {...props}
    />
  );
}

function whole(value: number | null | undefined): string | undefined {
  return value === null || value === undefined || Number.isInteger(value) ? undefined : "form.whole_number";
}
