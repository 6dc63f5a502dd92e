using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;
using CouncilPremises.Web.TagHelpers;

namespace CouncilPremises.Web.Binding;

/// <summary>The choices that a type offers by itself: an enum's members, or yes and no.</summary>
public static class EnumChoices
{
    /// <summary>The choices in order of declaration; none for other types.</summary>
    public static List<Choice> For(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
            return [new("true", "Yes"), new("false", "No")];
        if (!type.IsEnum)
            return [];
        return type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(member => new Choice(member.Name, TextOf(member), member.GetCustomAttribute<DisplayAttribute>()?.GetDescription()))
            .ToList();
    }

    /// <summary>An enum's members with words of one's own: <c>Of&lt;TicketKind&gt;(kind => kind.InWords())</c>.</summary>
    public static List<Choice> Of<T>(Func<T, string> words, Func<T, string?>? hint = null) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), words(value), hint?.Invoke(value)))];

    /// <summary>An enum value in words: its display name, or its name as a sentence.</summary>
    public static string Text(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.GetType().GetField(value.ToString()) is { } member ? TextOf(member) : value.ToString();
    }

    private static string TextOf(FieldInfo member) =>
        member.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? Sentence(member.Name);

    private static string Sentence(string name)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
                words.Append(' ').Append(char.ToLowerInvariant(name[i]));
            else
                words.Append(name[i]);
        }

        return words.ToString();
    }
}
