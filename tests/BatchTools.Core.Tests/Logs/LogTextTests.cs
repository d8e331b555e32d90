using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.Tests;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("plain\tline", "plain\tline")]
    [InlineData("\e[31mred\e[0m", "\e[31mred\e[0m\e[0m")]
    [InlineData("\e[38;2;1:2:3mrgb", "\e[38;2;1:2:3mrgb\e[0m")]
    [InlineData("\e[2J\e[Hgone", "^[[2J^[[Hgone")]
    [InlineData("\e]0;title\a", "^[]0;title^G")]
    [InlineData("10%\r20%", "10%^M20%")]
    [InlineData("\e[31", "^[[31")]
    [InlineData("a\u009b2Jb", "a<U+009B>2Jb")]
    [InlineData("\u202egnp.exe", "<U+202E>gnp.exe")]
    [InlineData("del\x7f", "del^?")]
    public void Colours_are_obeyed_and_all_else_is_shown(string message, string shown) => Assert.Equal(shown, LogText.Visible(message, colour: true));

    [Fact]
    public void Without_colours_none_are_left() => Assert.Equal("red ^[[A", LogText.Visible("\e[31mred\e[0m \e[A", colour: false));

    [Fact]
    public void Whatever_is_logged_no_control_character_but_a_tab_reaches_a_console_without_colours() =>
        Prop.ForAll<NonNull<string>>(text => LogText.Visible(text.Get, colour: false).All(character => character == '\t' || !char.IsControl(character)))
            .QuickCheckThrowOnFailure();
}
