//! How the workbook looks: its colours and the formats of its cells, made once.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::model::level::Level;
use crate::model::verdict::Verdict;

/// The dark blue of titles and headers.
pub(super) const NAVY: Color = Color::RGB(0x001F_3864);
/// The grey of what is said beside.
pub(super) const GREY: Color = Color::RGB(0x0059_5959);
/// The grey of lines between cells.
const LINE: Color = Color::RGB(0x00D0_D5DD);
const WHITE: Color = Color::RGB(0x00FF_FFFF);
const PALE: Color = Color::RGB(0x00F3_F6FA);
/// A font that programs on every system have, or have one of the same measures for.
const FONT: &str = "Arial";

/// A colour to fill with and one to write in on it, at 4.5 to 1 or better.
#[derive(Clone, Copy)]
pub(super) struct Tint {
    pub(super) fill: Color,
    pub(super) ink: Color,
}

const fn tint(fill: u32, ink: u32) -> Tint {
    Tint { fill: Color::RGB(fill), ink: Color::RGB(ink) }
}

/// The colours of a level.
pub(super) const fn of_level(level: Level) -> Tint {
    match level {
        Level::VeryHigh => tint(0x009C_1C1C, 0x00FF_FFFF),
        Level::High => tint(0x00F4_B083, 0x0054_1E00),
        Level::Moderate => tint(0x00FF_E08A, 0x004D_3B00),
        Level::Low => tint(0x00CF_E2F3, 0x0012_3A5E),
        Level::VeryLow => tint(0x00E7_E9ED, 0x0040_4040),
    }
}

/// The colours of a verdict.
pub(super) const fn of_verdict(verdict: Verdict) -> Tint {
    match verdict {
        Verdict::Gap => tint(0x00E3_8B8B, 0x004A_0A0A),
        Verdict::Unverified => tint(0x00D5_C9E6, 0x003A_2557),
        Verdict::Partial => tint(0x00FF_E08A, 0x004D_3B00),
        Verdict::NoGap => tint(0x00B7_DDB0, 0x0014_4218),
        Verdict::NotApplicable => tint(0x00E7_E9ED, 0x0040_4040),
    }
}

/// The formats of cells.
pub(super) struct Look {
    /// The band over the summary, with the organisation in it.
    pub(super) band: Format,
    /// What stands below it in the band.
    pub(super) below: Format,
    /// The title of a sheet.
    pub(super) title: Format,
    /// The heading of a section.
    pub(super) section: Format,
    /// What a section or a sheet says of itself.
    pub(super) note: Format,
    /// The headline.
    pub(super) headline: Format,
    /// A sentence.
    pub(super) sentence: Format,
    /// The head of a column.
    pub(super) header: Format,
    /// The head of a week.
    pub(super) week: Format,
    /// The head of the week of the assessment.
    pub(super) this_week: Format,
    /// The head of a month.
    pub(super) month: Format,
    /// The box a week has in the row of a task.
    pub(super) slot: Format,
    /// The name of a figure.
    pub(super) figure_name: Format,
    /// A figure.
    pub(super) figure: Format,
    /// What a figure is of.
    pub(super) figure_of: Format,
    /// A link to another sheet.
    pub(super) link: Format,
    pub(super) text: Format,
    /// A text that looks like a formula.
    pub(super) quoted: Format,
    pub(super) number: Format,
    pub(super) day: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let text = cell().set_text_wrap().set_align(FormatAlign::Left);
        let week = header().set_num_format("dd mmm").set_rotation(90).set_align(FormatAlign::Center).set_font_size(8);
        let band = plain().set_background_color(NAVY).set_font_color(WHITE).set_align(FormatAlign::VerticalCenter);
        let sentence = plain().set_text_wrap().set_align(FormatAlign::VerticalCenter);
        let figure = plain().set_background_color(PALE).set_align(FormatAlign::Center);
        Self {
            band: band.clone().set_font_size(20).set_bold().set_indent(1),
            below: band.set_font_size(11).set_indent(1),
            title: plain().set_font_size(16).set_bold().set_font_color(NAVY),
            section: plain().set_font_size(12).set_bold().set_font_color(NAVY),
            note: plain().set_font_color(GREY),
            headline: sentence.clone().set_font_size(13).set_bold(),
            header: header(),
            this_week: week.clone().set_background_color(Color::RGB(0x00BF_8F00)),
            week,
            month: header().set_align(FormatAlign::Center).set_text_wrap(),
            slot: plain().set_border(FormatBorder::Hair).set_border_color(LINE),
            figure_name: figure.clone().set_font_color(GREY).set_font_size(9),
            figure: figure.clone().set_font_size(22).set_bold().set_font_color(NAVY).set_num_format("#,##0"),
            figure_of: figure.set_font_color(GREY).set_font_size(9),
            link: cell()
                .set_font_color(Color::RGB(0x0005_63C1))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            quoted: text.clone().set_quote_prefix(),
            number: cell().set_num_format("#,##0.##;-#,##0.##;0").set_align(FormatAlign::Right).set_indent(1),
            day: cell().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center),
            sentence,
            text,
        }
    }
}

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(10)
}

fn cell() -> Format {
    plain().set_align(FormatAlign::Top).set_border(FormatBorder::Thin).set_border_color(LINE)
}

fn header() -> Format {
    let base = plain().set_bold().set_font_color(WHITE).set_background_color(NAVY).set_text_wrap();
    base.set_align(FormatAlign::VerticalCenter).set_border(FormatBorder::Thin).set_border_color(LINE)
}
