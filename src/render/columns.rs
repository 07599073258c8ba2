//! Cards set in columns of about one height, in reading order: down the first, then the second.
//!
//! Columns are made here and not by the browser, so that a card that opens its source pushes down
//! only those below it.

use super::number::width;
use super::view::{CardView, CompanionView, PictureView};

/// More columns than these leave no room for a numeral.
const MOST_COLUMNS: usize = 3;
/// About how wide a column is, in hundredths of the text's size.
const COLUMN: usize = 2400;

/// Divides cards among columns so that the tallest is as short as it can be.
pub(super) fn columns(cards: Vec<CardView>) -> Vec<Vec<CardView>> {
    let heights: Vec<usize> = cards.iter().map(height).collect();
    let count = cards.len().min(MOST_COLUMNS);
    let limit = shortest(&heights, count);
    let mut columns: Vec<Vec<CardView>> = Vec::with_capacity(count);
    let mut filled = limit;
    for (card, height) in cards.into_iter().zip(heights) {
        match columns.last_mut() {
            Some(last) if filled + height <= limit => {
                filled += height;
                last.push(card);
            }
            _ => {
                filled = height;
                columns.push(vec![card]);
            }
        }
    }
    columns
}

/// The least height into which `heights`, in order, fit in so many columns.
fn shortest(heights: &[usize], columns: usize) -> usize {
    let mut low = heights.iter().copied().max().unwrap_or(0);
    let mut high = heights.iter().sum();
    while low < high {
        let middle = usize::midpoint(low, high);
        if needed(heights, middle) <= columns {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// The columns that `heights` need when none is taller than `limit`.
fn needed(heights: &[usize], limit: usize) -> usize {
    let mut columns = 1;
    let mut filled = 0;
    for height in heights {
        if filled + height > limit {
            columns += 1;
            filled = 0;
        }
        filled += height;
    }
    columns
}

/// About how tall a card is, in lines of text.
fn height(card: &CardView) -> usize {
    let picture = card.picture.as_ref().map_or(0, picture_height);
    let others = card.companions.iter().chain(&card.comparisons);
    let lists: usize = others.map(row_height).sum();
    let note = card.note.as_ref().map_or(0, |note| lines(note.as_str()));
    8 + lines(card.label.as_str()) + picture + lists + note
}

fn picture_height(picture: &PictureView) -> usize {
    match picture {
        PictureView::Ring { .. } | PictureView::Waffle { .. } => 6,
        PictureView::Delta { base: None, .. } => 3,
        PictureView::Delta { .. } => 8,
        PictureView::Bars { rows, .. } | PictureView::Parts { rows, .. } => {
            2 + rows.iter().map(|row| row_height(&row.figure)).sum::<usize>()
        }
        PictureView::Tally { height, cell, .. } => 2 + usize::try_from(height / cell).unwrap_or(1),
        PictureView::Ladder { rows, .. } => {
            2 + rows.iter().map(|row| row_height(&row.figure) + 1).sum::<usize>()
        }
        PictureView::Streak { .. } => 5,
        PictureView::Timeline { rows, .. } => {
            let tallest = rows.iter().map(|row| row_height(&row.figure) + 1).max();
            2 + rows.len() * tallest.unwrap_or(0)
        }
    }
}

/// The lines of a row with a figure's label and number.
fn row_height(figure: &CompanionView) -> usize {
    lines(figure.label.as_str()) + 1
}

/// About how many lines a text takes.
fn lines(text: &str) -> usize {
    width(text) / COLUMN + 1
}

#[cfg(test)]
mod tests {
    use super::{needed, shortest};

    #[test]
    fn columns_are_as_short_as_they_can_be() {
        assert_eq!(shortest(&[5, 5, 5, 5], 2), 10);
        assert_eq!(shortest(&[9, 2, 2, 2, 3], 3), 9);
        assert_eq!(shortest(&[1, 1, 1], 3), 1);
        assert_eq!(shortest(&[], 0), 0);
    }

    #[test]
    fn order_is_kept() {
        assert_eq!(needed(&[1, 9, 1], 9), 3);
        assert_eq!(needed(&[1, 1, 9], 9), 2);
    }
}
