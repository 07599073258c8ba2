//! Where sentences begin and end, and what language a text is in.

use shushuo::lang::Lang;
use shushuo::quantity::{detect, sentence_of, sentences};

fn cut(text: &str) -> Vec<&str> {
    sentences(text).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn chinese_sentences() {
    assert_eq!(
        cut("增长8%。下降3%！是吗？好；行"),
        ["增长8%。", "下降3%！", "是吗？", "好；", "行"]
    );
    assert_eq!(cut("他说：“增长8%。”然后走了。"), ["他说：“增长8%。”", "然后走了。"]);
    assert_eq!(cut("投资1303亿元,增长8%;新开工1255个"), ["投资1303亿元,增长8%;", "新开工1255个"]);
    assert_eq!(cut("引进市外\n到位资金1065亿元。"), ["引进市外\n到位资金1065亿元。"]);
    assert_eq!(cut("标题\n\n正文。"), ["标题", "正文。"]);
    assert_eq!(cut("标题\n \n正文。"), ["标题", "正文。"]);
    assert_eq!(cut("一、供水能力\n全年供水\n3亿吨"), ["一、供水能力", "全年供水\n3亿吨"]);
    assert_eq!(cut("建成\n1.水厂3座\n2.水站9座"), ["建成", "1.水厂3座", "2.水站9座"]);
    assert_eq!(cut("占17.6%,共3.5万人。"), ["占17.6%,共3.5万人。"]);
    assert!(cut("\n\n").is_empty());
}

#[test]
fn english_sentences() {
    assert_eq!(
        cut("It grew by 3.5%. It fell! Why? So."),
        ["It grew by 3.5%.", "It fell!", "Why?", "So."]
    );
    assert_eq!(
        cut("The U.S. economy grew. Mr. Li left."),
        ["The U.S. economy grew.", "Mr. Li left."]
    );
    assert_eq!(cut("See No. 5 and Fig. 2. Next."), ["See No. 5 and Fig. 2.", "Next."]);
    assert_eq!(cut("He said “up 8%.” Then he left."), ["He said “up 8%.”", "Then he left."]);
    assert_eq!(cut("It rose\nby 8%.\n\nNext"), ["It rose\nby 8%.", "Next"]);
    assert_eq!(cut("At 8 p.m. on Monday. Then"), ["At 8 p.m. on Monday.", "Then"]);
}

#[test]
fn the_sentence_of_a_range() {
    let text = "第一句。第二句有256万人。第三句。";
    let at = text.find("256").unwrap();
    assert_eq!(&text[sentence_of(&sentences(text), &(at..at + 3))], "第二句有256万人。");
    let text = "标题\n\n  引进资金\n1065亿元。后文";
    let at = text.find("1065").unwrap();
    assert_eq!(&text[sentence_of(&sentences(text), &(at..at + 4))], "引进资金\n1065亿元。");
    assert_eq!(sentence_of(&[], &(0..0)), 0..0);
    assert_eq!(sentence_of(&sentences("好。坏。"), &(3..9)), 0..9, "it may go on in the next");
}

#[test]
fn languages_are_told_by_their_characters() {
    assert_eq!(detect("2022年昭通市GDP增长8%"), Lang::Zh);
    assert_eq!(detect("In 2022 Zhaotong (昭通) grew by 8%"), Lang::En);
    assert_eq!(detect("1065"), Lang::En);
    assert_eq!(detect(""), Lang::En);
}
