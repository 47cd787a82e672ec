import UploadIcon from "@mui/icons-material/Upload";
import { useTranslate } from "react-admin";
import { PageHeader } from "../app/PageHeader";
import ImportRunList from "./ImportRunList";

/** The imports of all products. */
export default function ImportRunsScreen() {
  const translate = useTranslate();
  return (
    <>
      <PageHeader title={translate("menu.imports")} icon={<UploadIcon />} />
      <ImportRunList />
    </>
  );
}
