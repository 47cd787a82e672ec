import { useState } from "react";
import { AutocompleteInput, ReferenceInput, required, type FilterPayload, type SortPayload } from "react-admin";

interface Props {
  source: string;
  /** Resource of the options, usually one of the light `*_names`. */
  reference: string;
  sort?: SortPayload;
  filter?: FilterPayload;
  optionText?: string;
  label?: string;
  mandatory?: boolean;
  alwaysOn?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
}

const BY_NAME: SortPayload = { field: "name", order: "ASC" };

function searchFor(text: string): FilterPayload {
  return text === "" ? {} : { search: text };
}

/** Another object, found by typing a part of its name. What there is to choose from is asked for when somebody wants to choose. */
export function ReferenceChoice(props: Props) {
  const [opened, setOpened] = useState(false);
  const { source, reference, sort = BY_NAME, filter, optionText = "name", label, mandatory = false, disabled = false } = props;
  return (
    <ReferenceInput source={source} reference={reference} sort={sort} perPage={25} enableGetChoices={() => opened} {...(filter && { filter })}>
      <AutocompleteInput
        optionText={optionText}
        filterToQuery={searchFor}
        {...(label !== undefined && { label })}
        {...(mandatory && { validate: required() })}
        disabled={disabled}
        // The focus alone opens no list: it would cover the form and take the Escape that is meant for the dialog.
        openOnFocus={false}
        onOpen={() => setOpened(true)}
        autoFocus={props.autoFocus ?? false}
        helperText={false}
      />
    </ReferenceInput>
  );
}
