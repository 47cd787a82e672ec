import { required, SelectInput } from "react-admin";
import { ROLES } from "../access/permissions";

export function RoleInput() {
  return <SelectInput source="role" choices={[...ROLES]} validate={required()} helperText={false} />;
}
