//! The generator is the measure of everything else, so it is measured itself.

use circletake_testkit::{catalogue, reference, test_picture::read_counter};

#[test]
fn every_kind_can_be_made_and_its_counter_read() {
    let shelves = [
        catalogue::every_container(),
        catalogue::every_container_without_a_list(),
        catalogue::every_rate(),
        catalogue::every_bend(),
        catalogue::every_shape(),
        catalogue::every_color(),
    ];
    for recipe in shelves.into_iter().flatten() {
        let clip = recipe.make();
        assert_eq!(
            reference::decoded_frames(&clip).len(),
            recipe.shown_frames() as usize,
            "{recipe:?}"
        );
        let (width, height) = recipe.upright_size();
        for index in [0, recipe.shown_frames() - 1] {
            let rgb = reference::rgb_frame(&clip, index, "null");
            assert_eq!(
                read_counter(&rgb, width, height),
                Some(recipe.first_counter() + index),
                "{clip}"
            );
        }
    }
}

#[test]
fn the_same_recipe_is_made_once() {
    let recipe = &catalogue::every_rate()[0];
    let modified = |path: &camino::Utf8Path| std::fs::metadata(path).unwrap().modified().unwrap();
    let first = recipe.make();
    let made = modified(&first);
    assert_eq!(recipe.make(), first);
    assert_eq!(modified(&first), made);
}

#[test]
fn the_download_folder_holds_at_least_sixty_clips() {
    assert!(catalogue::download_folder().len() >= 60);
}
