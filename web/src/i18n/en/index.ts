import englishMessages from "ra-language-english";
import { access } from "./access";
import { application } from "./application";
import { fields } from "./fields";
import { guide } from "./guide";
import { history } from "./history";
import { licenses } from "./licenses";
import { observations } from "./observations";
import { overview } from "./overview";
import { products } from "./products";
import { resources } from "./resources";
import { settingFields } from "./settingFields";

/** Every text of the application in English. */
export const english = {
  ...englishMessages,
  ...application,
  ...products,
  ...observations,
  ...access,
  ...overview,
  ...guide,
  ...history,
  ...licenses,
  fields: { ...fields, ...settingFields },
  resources,
};
