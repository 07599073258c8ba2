//! Derived figures, computed in the order in which they need each other.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::formula::{Amount, Formula, FormulaError};
use super::resolve::{Draft, unknown_figure};
use super::show::Show;
use super::{Derived, FigureIndex, Figures, Status};
use crate::content::FormulaEntry;
use crate::diag::{Code, Diagnostic, Sink, Span, Spanned};
use crate::lang::Lang;
use crate::quantity::{self, Quantity};

/// A derived figure on the way.
struct Task<'a> {
    index: FigureIndex,
    entry: &'a FormulaEntry,
    formula: Formula<'a>,
    inputs: Vec<FigureIndex>,
}

/// Computes every derived figure; reports formulas that cannot be.
pub(super) fn compute_all(
    drafts: &[Draft<'_>],
    figures: &mut Figures,
    lang: Lang,
    sink: &mut Sink,
) {
    let mut waiting: Vec<Task<'_>> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        if let Some(entry) = &draft.entry.formula {
            let has_lost = draft.original.front.has_lost_figures;
            waiting.extend(task(index, entry, figures, has_lost, sink));
        }
    }
    let tasks: BTreeMap<FigureIndex, Task<'_>> =
        waiting.into_iter().map(|task| (task.index, task)).collect();
    let (order, stuck) = in_order(&tasks);
    for task in order {
        compute(task, figures, lang, sink);
    }
    for task in stuck {
        let message = text!("formula-invalid.cycle");
        let found = Diagnostic::new(Code::FormulaInvalid, task.entry.derive.span, message);
        sink.push(found.hint(text!("formula-invalid.cycle-hint")));
    }
}

/// The tasks, each behind those it needs; then those that wait for their own result.
fn in_order<'t, 'a>(
    tasks: &'t BTreeMap<FigureIndex, Task<'a>>,
) -> (Vec<&'t Task<'a>>, Vec<&'t Task<'a>>) {
    let mut needed_by: BTreeMap<FigureIndex, Vec<FigureIndex>> = BTreeMap::new();
    let mut missing: BTreeMap<FigureIndex, usize> = BTreeMap::new();
    for task in tasks.values() {
        let needs = task.inputs.iter().filter(|input| tasks.contains_key(input));
        missing.insert(task.index, needs.clone().count());
        needs.for_each(|input| needed_by.entry(*input).or_default().push(task.index));
    }
    let mut ready: Vec<FigureIndex> =
        missing.iter().filter(|(_, count)| **count == 0).map(|(index, _)| *index).collect();
    let mut order = Vec::with_capacity(tasks.len());
    while let Some(index) = ready.pop() {
        order.push(&tasks[&index]);
        missing.remove(&index);
        for next in needed_by.remove(&index).into_iter().flatten() {
            if let Some(count) = missing.get_mut(&next) {
                *count -= 1;
                ready.extend((*count == 0).then_some(next));
            }
        }
    }
    (order, missing.keys().map(|index| &tasks[index]).collect())
}

fn task<'a>(
    index: FigureIndex,
    entry: &'a FormulaEntry,
    figures: &Figures,
    has_lost: bool,
    sink: &mut Sink,
) -> Option<Task<'a>> {
    let formula = match Formula::parse(&entry.derive.value) {
        Ok(formula) => formula,
        Err(error) => {
            sink.push(explain(&entry.derive, &error));
            return None;
        }
    };
    let mut inputs = Vec::new();
    for (position, id) in formula.ids() {
        match figures.get_index_of(id) {
            Some(input) => inputs.push(input),
            // It may be one that could not be read, which has been reported.
            None if has_lost => {}
            None => {
                let span = part(&entry.derive, position, id.len());
                let id = Spanned { value: id.to_owned(), span };
                sink.push(unknown_figure(&id, figures));
            }
        }
    }
    (inputs.len() == formula.ids().len()).then_some(Task { index, entry, formula, inputs })
}

fn compute(task: &Task<'_>, figures: &mut Figures, lang: Lang, sink: &mut Sink) {
    let result = task
        .formula
        .compute(&|id| figures.get(id)?.quantity.as_ref().map(Amount::of))
        .map_err(|error| Box::new(explain(&task.entry.derive, &error)))
        .and_then(|amount| shown(task.entry, &amount, lang).map(|quantity| (amount, quantity)));
    let (amount, computed) = match result {
        Ok(result) => result,
        Err(problem) => {
            // An input without a value has been reported where it stands.
            if problem.code == Code::FormulaInvalid {
                sink.push(*problem);
            }
            return;
        }
    };
    let proven = task.inputs.iter().all(|input| figures[*input].status != Status::Unverified);
    let mut sources = task.inputs.iter().map(|input| figures[*input].source);
    let first = sources.next().flatten();
    let source = first.filter(|_| sources.all(|other| other == first));
    let figure = Arc::make_mut(&mut figures[task.index]);
    if figure.quantity.is_none() {
        figure.written = quantity::print(&computed, lang, None).text;
        figure.quantity = Some(computed);
    }
    figure.source = figure.source.filter(|_| figure.quote.is_some()).or(source);
    if proven && figure.quote.is_none() {
        figure.status = Status::Derived;
    }
    figure.derived = Some(Derived {
        formula: task.entry.derive.value.clone(),
        inputs: task.inputs.clone(),
        result: amount.value,
    });
}

fn shown(entry: &FormulaEntry, amount: &Amount, lang: Lang) -> Result<Quantity, Box<Diagnostic>> {
    let invalid = |span, message| {
        let problem = Diagnostic::new(Code::FormulaInvalid, span, message);
        Box::new(problem.hint(text!("formula-invalid.show-hint")))
    };
    let show = match &entry.show {
        Some(written) => match Show::parse(&written.value, lang) {
            None => {
                let message = text!("formula-invalid.show", show = &written.value);
                return Err(invalid(written.span, message));
            }
            Some(show) if !show.fits(amount) => {
                let unit = amount.unit.map_or("%", |unit| unit.id());
                let message = text!("formula-invalid.unit", show = &written.value, unit = unit);
                return Err(invalid(written.span, message));
            }
            Some(show) => show,
        },
        None => Show::default_for(amount)
            .ok_or_else(|| invalid(entry.derive.span, text!("formula-invalid.show-missing")))?,
    };
    let printed = show
        .apply(amount)
        .ok_or_else(|| invalid(entry.derive.span, text!("formula-invalid.out-of-range")))?;
    if printed.value.is_zero() && !amount.value.is_zero() {
        return Err(Box::new(vanished(entry, amount, &show)));
    }
    Ok(printed)
}

/// A result that is not zero and would be printed as zero.
fn vanished(entry: &FormulaEntry, amount: &Amount, show: &Show) -> Diagnostic {
    let span = entry.show.as_ref().map_or(entry.derive.span, |show| show.span);
    let hint = match show.with_enough_decimals(amount) {
        Some(decimals) => {
            let written = entry.show.as_ref().map_or("percent 1", |show| show.value.as_str());
            let unit = written.rsplit_once(char::is_whitespace).map_or(written, |(unit, _)| unit);
            text!("formula-invalid.zero-hint", show = format!("{} {decimals}", unit.trim()))
        }
        None => text!("formula-invalid.zero-other-hint"),
    };
    Diagnostic::new(Code::FormulaInvalid, span, text!("formula-invalid.zero")).hint(hint)
}

fn explain(derive: &Spanned<String>, error: &FormulaError) -> Diagnostic {
    let whole = derive.span;
    let (span, message) = match error {
        FormulaError::Unexpected(position) => {
            let length = derive.value[*position..].chars().next().map_or(0, char::len_utf8);
            (part(derive, *position, length), text!("formula-invalid.unexpected"))
        }
        FormulaError::Unfinished => (whole, text!("formula-invalid.unfinished")),
        FormulaError::Units => (whole, text!("formula-invalid.units")),
        FormulaError::DivisionByZero => (whole, text!("formula-invalid.division")),
        FormulaError::OutOfRange => (whole, text!("formula-invalid.out-of-range")),
        FormulaError::NoValue => {
            return Diagnostic::new(Code::MissingKey, whole, text!("formula-invalid.unfinished"));
        }
    };
    Diagnostic::new(Code::FormulaInvalid, span, message).hint(text!("formula-invalid.hint"))
}

/// The span of a part of a plain scalar.
fn part(written: &Spanned<String>, position: usize, length: usize) -> Span {
    let plain = written.span.end() - written.span.start() == written.value.len();
    if plain { written.span.part(position..position + length) } else { written.span }
}
