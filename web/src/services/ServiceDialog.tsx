import { useDataProvider } from "react-admin";
import type { Service } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { LineInput } from "../forms/LineInput";

type Values = Pick<Service, "name">;

interface Props {
  product: number;
  /** Missing for a new one. */
  service?: Service;
  onClose: () => void;
}

/** The form of a service. */
export default function ServiceDialog({ product, service, onClose }: Props) {
  const dataProvider = useDataProvider();
  const saved = useSaved();
  const save = async ({ name }: Values) => {
    if (service === undefined) await dataProvider.create("services", { data: { name, product } });
    else await dataProvider.update("services", { id: service.id, data: { name }, previousData: service });
    saved(service === undefined ? "service.added" : "service.updated");
  };
  return (
    <FormDialog<Values> title={service === undefined ? "service.add" : "service.edit"} resource="services" initial={service ?? {}} save={save} onClose={onClose}>
      <LineInput source="name" mandatory autoFocus helperText={false} />
    </FormDialog>
  );
}
