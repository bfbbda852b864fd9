//! The page as a person finds things on it: by role and name, waiting as a person would.

use crate::app::App;
use crate::trouble::Trouble;
use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long a person would look for something before calling it broken.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often the page is asked.
const PAUSE: Duration = Duration::from_millis(50);

const FIND: &str = include_str!("page.js");

impl App {
    /// The one element of this role whose name is, or begins with, `name`.
    pub async fn find(&self, role: &str, name: &str) -> Result<Element, Trouble> {
        self.find_within(role, name, PATIENCE).await
    }

    /// As [`App::find`], for work that takes its time.
    pub async fn find_within(&self, role: &str, name: &str, patience: Duration) -> Result<Element, Trouble> {
        self.look(vec![json!(role), json!(name)], patience).await
    }

    /// As [`App::find`], in the group or region of this name only.
    pub async fn find_in(&self, part: &str, role: &str, name: &str) -> Result<Element, Trouble> {
        self.look(vec![json!(role), json!(name), json!(part)], PATIENCE).await
    }

    async fn look(&self, named: Vec<Value>, patience: Duration) -> Result<Element, Trouble> {
        let mut seen = Value::Null;
        let deadline = Instant::now() + patience;
        loop {
            let answer = self.run(FIND, named.clone()).await?;
            match answer["elements"].as_array().map(Vec::as_slice) {
                Some([one]) => return self.element(one),
                Some(many) => seen = json!({ "matching": many.len(), "shown": answer["names"] }),
                None => {}
            }
            if Instant::now() > deadline {
                let what = format!("one element that is {}", Value::Array(named));
                return Err(not_seen(what, patience, format!("of that role there is {seen}")));
            }
            sleep(PAUSE).await;
        }
    }

    /// How many elements of this role have, or begin with, this name now.
    pub async fn count(&self, role: &str, name: &str) -> Result<usize, Trouble> {
        let answer = self.run(FIND, vec![json!(role), json!(name)]).await?;
        Ok(answer["elements"].as_array().map_or(0, Vec::len))
    }

    /// Clicks a button.
    pub async fn press(&self, name: &str) -> Result<(), Trouble> {
        let button = self.find("button", name).await?;
        self.until(&format!("the button {name:?} to be enabled"), async || {
            Ok(button.is_enabled().await?)
        })
        .await?;
        Ok(button.click().await?)
    }

    /// Replaces what a text field holds.
    pub async fn fill(&self, label: &str, text: &str) -> Result<(), Trouble> {
        let field = self.find("field", label).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// As [`App::fill`], in the group or region of this name only.
    pub async fn fill_in(&self, part: &str, label: &str, text: &str) -> Result<(), Trouble> {
        let field = self.find_in(part, "field", label).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Picks an option of a list by what it reads.
    pub async fn pick(&self, label: &str, option: &str) -> Result<(), Trouble> {
        let list = self.find("combobox", label).await?;
        Ok(list.select_by_label(option).await?)
    }

    /// As [`App::pick`], in the group or region of this name only.
    pub async fn pick_in(&self, part: &str, label: &str, option: &str) -> Result<(), Trouble> {
        let list = self.find_in(part, "combobox", label).await?;
        Ok(list.select_by_label(option).await?)
    }

    /// Waits until the page shows this text somewhere.
    pub async fn sees(&self, text: &str) -> Result<(), Trouble> {
        self.sees_within(text, PATIENCE).await
    }

    /// As [`App::sees`], for work that takes its time.
    pub async fn sees_within(&self, text: &str, patience: Duration) -> Result<(), Trouble> {
        let what = format!("the text {text:?}");
        self.until_within(&what, patience, async || Ok(self.text().await?.contains(text)))
            .await
    }

    /// Waits until the page no longer shows this text.
    pub async fn no_longer_sees(&self, text: &str) -> Result<(), Trouble> {
        let what = format!("the text {text:?} to go");
        self.until(&what, async || Ok(!self.text().await?.contains(text))).await
    }

    /// All the text the page shows, with single spaces.
    pub async fn text(&self) -> Result<String, Trouble> {
        let text = self.run("return document.body.innerText", vec![]).await?;
        let text = text.as_str().unwrap_or_default();
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The text of the first element that matches a CSS selector.
    pub async fn text_of(&self, css: &str) -> Result<String, Trouble> {
        let element = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(css))
            .await?;
        let text = element.text().await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What a figure reads: the value printed beside its label.
    pub async fn figure(&self, label: &str) -> Result<String, Trouble> {
        let script =
            "const term = [...document.querySelectorAll('dt')].find((term) => term.innerText.trim() === arguments[0]);
            return term ? term.parentElement.querySelector('dd').innerText : null";
        let mut read = String::new();
        let what = format!("the figure {label:?}");
        self.until(&what, async || {
            let answer = self.run(script, vec![json!(label)]).await?;
            Ok(answer.as_str().is_some_and(|text| !text.trim().is_empty()))
        })
        .await?;
        if let Some(text) = self.run(script, vec![json!(label)]).await?.as_str() {
            read = text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        Ok(read)
    }

    /// Waits until something holds.
    pub async fn until(&self, what: &str, holds: impl AsyncFnMut() -> Result<bool, Trouble>) -> Result<(), Trouble> {
        self.until_within(what, PATIENCE, holds).await
    }

    /// As [`App::until`], for work that takes its time.
    pub async fn until_within(
        &self,
        what: &str,
        patience: Duration,
        mut holds: impl AsyncFnMut() -> Result<bool, Trouble>,
    ) -> Result<(), Trouble> {
        let deadline = Instant::now() + patience;
        while !holds().await? {
            if Instant::now() > deadline {
                return Err(not_seen(what.to_owned(), patience, "it did not come".to_owned()));
            }
            sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Trouble> {
        Ok(self.client.execute(script, arguments).await?)
    }

    fn element(&self, reference: &Value) -> Result<Element, Trouble> {
        let id = reference
            .as_object()
            .and_then(|fields| fields.values().next())
            .and_then(Value::as_str)
            .ok_or_else(|| Trouble::Answer(reference.to_string()))?;
        Ok(Element::from_element_id(self.client.clone(), id.to_owned().into()))
    }
}

fn not_seen(what: String, patience: Duration, seen: String) -> Trouble {
    Trouble::NotSeen {
        what,
        seconds: patience.as_secs(),
        seen,
    }
}
