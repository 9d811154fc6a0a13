using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Auridis.Grants.Tests.Platform;

/// <summary>What compiled code mentions: the types that it uses and the texts that it holds, nested and generated types included.</summary>
static class Il
{
    const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The type that stands in a namespace: of a closure or a nested request, the slice.</summary>
    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }

    /// <summary>The types that a type names in its bases, members and code.</summary>
    public static IEnumerable<Type> TypesUsedBy(Type type) =>
        new[] { type.BaseType }
            .Concat(type.GetInterfaces())
            .Concat(type.GetFields(Everything).Select(field => field.FieldType))
            .Concat(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType))
            .Concat(Methods(type).SelectMany(TypesUsedBy))
            .OfType<Type>()
            .SelectMany(Parts);

    /// <summary>The texts that a type's code holds.</summary>
    public static IEnumerable<string> TextsOf(Type type) => Methods(type)
        .SelectMany(method => Tokens(method)
            .Where(token => token.Kind == OperandType.InlineString)
            .Select(token => method.Module.ResolveString(token.Value)));

    static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything));

    static IEnumerable<Type?> TypesUsedBy(MethodBase method) =>
        method.GetParameters().Select(parameter => (Type?)parameter.ParameterType)
            .Append((method as MethodInfo)?.ReturnType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [])
            .Concat(Tokens(method)
                .Where(token => token.Kind
                    is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                .SelectMany(token => Resolve(method, token.Value)));

    static IEnumerable<Type?> Resolve(MethodBase method, int token)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [];
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        return method.Module.ResolveMember(token, typeArguments, methodArguments) switch
        {
            Type type => [type],
            MethodInfo called => [called.DeclaringType, .. called.IsGenericMethod ? called.GetGenericArguments() : []],
            { } member => [member.DeclaringType],
            null => [],
        };
    }

    /// <summary>A type and those that it is made of: elements and type arguments.</summary>
    static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type),
        _ => [type],
    };

    static IEnumerable<(OperandType Kind, int Value)> Tokens(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        for (var position = 0; position < code.Length;)
        {
            // 0xFE begins an instruction of two bytes.
            var isLong = code[position] == 0xFE;
            var instruction = OpCodesByValue[isLong ? (short)(0xFE00 | code[position + 1]) : code[position]];
            position += isLong ? 2 : 1;
            var size = instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(position)),
                _ => 4,
            };
            if (size == 4)
                yield return (instruction.OperandType, BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(position)));
            position += size;
        }
    }
}
