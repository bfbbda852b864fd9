//! `prompt` and `compare-prompts`: templates listed, added and rendered, prompts held against each other.

use super::Outcome;
use super::briefs::read_text;
use super::report::{percent, shown};
use crate::arguments::{ComparePromptsArguments, PromptCommand};
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use crate::table::table;
use circletake_app::view::prompt::{PromptComparison, PromptNumbers, PromptVerdict, TemplateView};
use circletake_app::{OpenLibrary, PromptName};

/// `prompt list`, `prompt add` and `prompt render`.
pub async fn prompt(library: &ChosenLibrary, command: PromptCommand, output: Output) -> Outcome {
    match command {
        PromptCommand::List => {
            let library = library.to_read().await?;
            let templates = library.templates().await;
            library.close().await;
            output.result(&templates?, |templates| list(templates));
        }
        PromptCommand::Add(arguments) => {
            let body = read_text(&arguments.file)?;
            let library = library.to_write().await?;
            let added = match (&arguments.template, &arguments.name) {
                (Some(template), _) => next_version(&library, template, &body).await,
                (None, name) => Ok(library
                    .create_template(name.as_deref().unwrap_or_default(), &body)
                    .await?),
            };
            library.close().await;
            output.result(&added?, |template| {
                let number = template.versions.first().map_or(0, |version| version.number);
                format!("{} is {}@{number}.", template.name, template.id)
            });
        }
        PromptCommand::Render(arguments) => {
            let text = arguments.file.as_deref().map(read_text).transpose()?;
            let wanted = arguments.template.as_deref();
            if arguments.keep {
                let library = library.to_write().await?;
                let kept = library.keep_named_prompt(wanted, &arguments.brief).await;
                library.close().await;
                output.result(&kept?, |prompt| prompt.text.clone());
            } else {
                let library = library.to_read().await?;
                let rendered = library.render_prompt(wanted, text.as_deref(), &arguments.brief).await;
                library.close().await;
                output.result(&rendered?, |prompt| prompt.text.clone());
            }
        }
    }
    Ok(Done::Fully)
}

async fn next_version(
    library: &OpenLibrary,
    template: &circletake_domain::id::TemplateId,
    body: &str,
) -> Result<TemplateView, Failure> {
    let latest = library.template(template).await?.versions;
    let from = latest.first().map_or(1, |version| version.number);
    let begun = library.new_template_version(template, from).await?;
    let number = begun.versions.first().map_or(from, |version| version.number);
    library.write_template(template, number, body).await?;
    Ok(library.template(template).await?)
}

fn list(templates: &[TemplateView]) -> String {
    let rows = templates.iter().flat_map(|template| {
        template.versions.iter().map(|version| {
            let numbers = &version.numbers;
            vec![
                format!("{}@{}", template.id, version.number),
                template.name.clone(),
                version.approved_by.clone().unwrap_or_default(),
                numbers.total.to_string(),
                rate(numbers),
                cost(numbers),
            ]
        })
    });
    table(&["ID", "NAME", "APPROVED BY", "ATTEMPTS", "USABLE", "PER USABLE"], rows)
}

/// `compare-prompts`.
pub async fn compare(library: &ChosenLibrary, arguments: ComparePromptsArguments, output: Output) -> Outcome {
    let library = library.to_read().await?;
    let compared = compared(&library, &arguments.a, &arguments.b).await;
    library.close().await;
    output.result(&compared?, words);
    Ok(Done::Fully)
}

async fn compared(library: &OpenLibrary, a: &PromptName, b: &PromptName) -> Result<PromptComparison, Failure> {
    let (a, b) = (library.find_prompt(a).await?, library.find_prompt(b).await?);
    Ok(library.compare_prompts(&a, &b).await?)
}

fn words(comparison: &PromptComparison) -> String {
    let line = |letter: &str, name: &str, numbers: &PromptNumbers| {
        format!(
            "{letter}  {name}: {} usable of {}, {}; {} per usable clip",
            numbers.usable,
            numbers.total,
            rate(numbers),
            cost(numbers)
        )
    };
    let (a, b) = (&comparison.a, &comparison.b);
    let sure = percent(&comparison.b_beats_a);
    let verdict = match comparison.verdict {
        PromptVerdict::BIsBetter => format!("{} beats {} with a probability of {sure} %.", b.name, a.name),
        PromptVerdict::AIsBetter => {
            format!("{} beats {}: the other way round it is {sure} %.", a.name, b.name)
        }
        PromptVerdict::TooEarlyToTell => {
            format!(
                "Too early to tell: {} beats {} with a probability of {sure} %.",
                b.name, a.name
            )
        }
    };
    format!(
        "{}\n{}\n{verdict}",
        line("A", &a.name, &a.numbers),
        line("B", &b.name, &b.numbers)
    )
}

fn rate(numbers: &PromptNumbers) -> String {
    match (&numbers.usable_rate, &numbers.usable_rate_interval) {
        (Some(rate), Some([low, high])) => {
            format!("{} % ({} to {} %)", percent(rate), percent(low), percent(high))
        }
        _ => "unknown".to_owned(),
    }
}

fn cost(numbers: &PromptNumbers) -> String {
    numbers.cost_per_usable.as_deref().map_or_else(
        || "undefined".to_owned(),
        |cost| format!("{} {}", shown(cost), numbers.currency.as_str()),
    )
}
