/** A click on one of these is not one on the row around it. */
export const CONTROLS = "a, button, input, label, [role=dialog], [role=alertdialog], [role=menu]";
