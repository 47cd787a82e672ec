import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Product } from "../api/types";
import { LineInput } from "../forms/LineInput";
import { GuideForm } from "./GuideForm";

interface Props {
  onCreated: (product: { product: number; name: string }) => void;
}

/** The first step: something to observe. */
export function GuideProduct({ onCreated }: Props) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const save = async ({ name }: { name: string }) => {
    const { id } = await dataProvider.call<Product>({ method: "POST", path: "/products/", body: { name } });
    onCreated({ product: id, name });
  };
  return (
    <GuideForm text="guide.product_text" button="product.create" resource="products" save={save}>
      <LineInput source="name" mandatory helperText={false} />
    </GuideForm>
  );
}
