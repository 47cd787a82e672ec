import { maxLength, required, TextInput, type TextInputProps, type Validator } from "react-admin";

interface Props extends Omit<TextInputProps, "validate"> {
  source: string;
  max?: number;
  mandatory?: boolean;
  /** Further rules. */
  checks?: readonly Validator[];
}

/** A line of text. An emptied one is sent as `""`: the API knows no null for texts. */
export function LineInput({ max = 255, mandatory = false, checks = [], ...props }: Props) {
  return (
    <TextInput
      parse={(value: string) => value}
      defaultValue=""
      validate={[...(mandatory ? [required()] : []), maxLength(max), ...checks]}
      {...props}
    />
  );
}
