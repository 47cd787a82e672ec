import { maxLength, required, TextInput, type TextInputProps } from "react-admin";

interface Props extends Omit<TextInputProps, "validate"> {
  source: string;
  max?: number;
  mandatory?: boolean;
}

/** A line of text. An emptied one is sent as `""`: the API knows no null for texts. */
export function LineInput({ max = 255, mandatory = false, ...props }: Props) {
  return (
    <TextInput
      parse={(value: string) => value}
      defaultValue=""
      validate={[...(mandatory ? [required()] : []), maxLength(max)]}
      {...props}
    />
  );
}
