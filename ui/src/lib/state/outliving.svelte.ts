/** Makes something with runes that outlives the component it is made in; without this what it derives would end with that. */
export function outliving<Made>(make: () => Made): Made {
  let made!: Made;
  $effect.root(() => {
    made = make();
  });
  return made;
}
