import { required, SelectInput, type SelectInputProps } from "react-admin";
import type { Choice } from "../values/choices";

interface Props extends Omit<SelectInputProps, "choices" | "validate"> {
  source: string;
  choices: readonly Choice<string>[];
  mandatory?: boolean;
}

/** One of several values; "none" is sent as `""`, as the API wants it for optional choices. */
export function ChoiceInput({ choices, mandatory = false, ...props }: Props) {
  return (
    <SelectInput
      choices={[...choices]}
      emptyValue=""
      parse={(value: string) => value}
      {...(mandatory ? { validate: required() } : { defaultValue: "" })}
      {...props}
    />
  );
}
