import { Autocomplete, TextField } from "@mui/material";
import { useState } from "react";
import { useGetList } from "react-admin";
import type { BranchName } from "../api/types";
import { useDebounced } from "../search/useDebounced";

interface Props {
  product: number;
  label: string;
  value: BranchName | null;
  onChange: (branch: BranchName | null) => void;
  autoFocus?: boolean;
}

const WAIT_MS = 250;
const OPTIONS = 25;

/** Asks for a branch, or version, of a product, outside of a form. */
export function BranchSelect({ product, label, value, onChange, autoFocus = false }: Props) {
  const [text, setText] = useState("");
  const typed = useDebounced(text.trim(), WAIT_MS);
  const { data = [], isFetching } = useGetList<BranchName>("branch_names", {
    filter: { product, ...(typed !== "" && { search: typed }) },
    sort: { field: "name", order: "ASC" },
    pagination: { page: 1, perPage: OPTIONS },
  });
  return (
    <Autocomplete<BranchName>
      fullWidth
      options={data}
      value={value}
      loading={isFetching}
      // The server has searched already.
      filterOptions={(options) => options}
      getOptionKey={({ id }) => id}
      getOptionLabel={({ name }) => name}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      onInputChange={(_event, next, reason) => setText(reason === "input" ? next : "")}
      onChange={(_event, branch) => onChange(branch)}
      renderInput={(props) => <TextField {...props} size="small" label={label} autoFocus={autoFocus} />}
    />
  );
}
