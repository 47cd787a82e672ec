import { Autocomplete, TextField } from "@mui/material";
import { useState } from "react";
import { useGetList, useTranslate } from "react-admin";
import { useDebounced } from "../search/useDebounced";
import type { ReferenceFilter } from "./filters";

interface Props {
  filter: ReferenceFilter;
  name: string;
  value: unknown;
  onApply: (value: number | string | undefined) => void;
}

type Option = { id: number | string } & Record<string, unknown>;

const WAIT_MS = 250;
const OPTIONS = 25;

/** Asks for the object of a filter. */
export function ReferenceEditor({ filter, name, value, onApply }: Props) {
  const translate = useTranslate();
  const [text, setText] = useState("");
  const typed = useDebounced(text.trim(), WAIT_MS);
  const attribute = filter.name ?? "name";
  const { data = [], isFetching, error } = useGetList<Option>(
    filter.reference,
    {
      filter: { ...filter.filter, ...(typed !== "" && filter.complete !== true && { search: typed }) },
      sort: filter.sort ?? { field: attribute, order: "ASC" },
      pagination: { page: 1, perPage: OPTIONS },
    },
    { retry: false },
  );
  return (
    <Autocomplete<Option>
      openOnFocus
      fullWidth
      options={data}
      value={data.find(({ id }) => String(id) === String(value)) ?? null}
      loading={isFetching}
      noOptionsText={error === null ? translate("filter.no_options") : translate(error.message, { _: error.message })}
      loadingText={translate("page.loading")}
      // The server has searched already, unless it cannot.
      {...(filter.complete !== true && { filterOptions: (options: Option[]) => options })}
      getOptionKey={({ id }) => id}
      getOptionLabel={(option) => (typeof option[attribute] === "string" ? option[attribute] : String(option.id))}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      onInputChange={(_event, next, reason) => reason === "input" && setText(next)}
      onChange={(_event, option) => onApply(option?.id)}
      renderInput={(props) => <TextField {...props} size="small" autoFocus label={name} />}
    />
  );
}
