// expect-error(1): a\.model\(\.\.\.\): takes fields, as in a\.model\("title"_s = a\.string\(\)\)
// expect-error(2): a\.model\(\.\.\.\): takes fields, as in a\.model\("title"_s = a\.string\(\)\)
// expect-error(3): a\.schema\(\.\.\.\): takes models and the like, as in a\.schema\("Post"_s = a\.model\(\.\.\.\)\)
// expect-error(4): a\.schema\(\.\.\.\): takes models and the like, as in a\.schema\("Post"_s = a\.model\(\.\.\.\)\)
// expect-error(5): authorization\(\.\.\.\): takes rules, as in allow\.owner\(\) or allow\.publicApiKey\(\)\.to\("read"\)
// expect-error(6): identifier\(\.\.\.\): takes names of fields, as in \.identifier\("country", "city"\)
// expect-error(7): secondaryIndexes\(\.\.\.\): takes indexes, as in a\.index\("status"\)\.sortKeys\("day"\)
// expect-error(8): disableOperations\(\.\.\.\): takes strings, as in \.disableOperations\("list", "mutations"\)
// expect-error(9): defaultTo\(\.\.\.\): takes a text, a number, true or false, as in \.defaultTo\("x"\)
// expect-error(10): validate\(\.\.\.\): takes checks, as in \.validate\(a\.minLength\(3\), a\.maxLength\(20\)\)
// expect-error(11): authorization\(\.\.\.\): takes rules, as in allow\.owner\(\) or allow\.guest\(\)\.to\("read"\)
// expect-error(12): mutations\(\.\.\.\): takes strings, as in a\.ref\("Post"\)\.mutations\("create"\)
// expect-error(13): a\.customType\(\.\.\.\): takes fields, as in a\.customType\("x"_s = a\.float_\(\)\)
// expect-error(14): arguments\(\.\.\.\): takes fields, as in \.arguments\("limit"_s = a\.integer\(\)\)
// expect-error(15): returns\(\.\.\.\): takes a type, as in \.returns\(a\.ref\("Post"\)\.array\(\)\)
// expect-error(16): handler\(\.\.\.\): takes a\.handler\.function\(\.\.\.\) or a\.handler\.custom\(\.\.\.\), or several in a row
// expect-error(17): authorization\(\.\.\.\): takes rules, as in allow\.authenticated\(\) or allow\.group\("ADMINS"\)
// expect-error(18): sortKeys\(\.\.\.\): takes names of fields, as in \.sortKeys\("year", "month"\)
// expect-error(19): projection\(\.\.\.\): takes names of fields, as in \.projection\("INCLUDE", "title"\)
// expect-error(20): authorization\(\.\.\.\): takes rules, as in allow\.owner\(\) or allow\.resource\(myFunction\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

[[maybe_unused]] constexpr auto title = "title"_s = a.string();
[[maybe_unused]] constexpr auto model = a.model(title);
[[maybe_unused]] constexpr auto query = a.query();

#if AMPLIFY_MUST_NOT_COMPILE == 1
constexpr auto wrong = a.model(a.string());
#elif AMPLIFY_MUST_NOT_COMPILE == 2
constexpr auto wrong = a.model("title"_s = "text");
#elif AMPLIFY_MUST_NOT_COMPILE == 3
constexpr auto wrong = a.schema(model);
#elif AMPLIFY_MUST_NOT_COMPILE == 4
constexpr auto wrong = a.schema("title"_s = a.string());
#elif AMPLIFY_MUST_NOT_COMPILE == 5
constexpr auto wrong = model.authorization("owner");
#elif AMPLIFY_MUST_NOT_COMPILE == 6
constexpr auto wrong = model.identifier(1);
#elif AMPLIFY_MUST_NOT_COMPILE == 7
constexpr auto wrong = model.secondaryIndexes("title");
#elif AMPLIFY_MUST_NOT_COMPILE == 8
constexpr auto wrong = model.disableOperations(1);
#elif AMPLIFY_MUST_NOT_COMPILE == 9
constexpr auto wrong = a.string().defaultTo(nullptr);
#elif AMPLIFY_MUST_NOT_COMPILE == 10
constexpr auto wrong = a.string().validate(3);
#elif AMPLIFY_MUST_NOT_COMPILE == 11
constexpr auto wrong = a.string().authorization(3);
#elif AMPLIFY_MUST_NOT_COMPILE == 12
constexpr auto wrong = a.ref("Post").mutations(3);
#elif AMPLIFY_MUST_NOT_COMPILE == 13
constexpr auto wrong = a.customType(a.string());
#elif AMPLIFY_MUST_NOT_COMPILE == 14
constexpr auto wrong = query.arguments(a.string());
#elif AMPLIFY_MUST_NOT_COMPILE == 15
constexpr auto wrong = query.returns("Post");
#elif AMPLIFY_MUST_NOT_COMPILE == 16
constexpr auto wrong = query.handler("function");
#elif AMPLIFY_MUST_NOT_COMPILE == 17
constexpr auto wrong = query.authorization("guest");
#elif AMPLIFY_MUST_NOT_COMPILE == 18
constexpr auto wrong = a.index("a").sortKeys(1);
#elif AMPLIFY_MUST_NOT_COMPILE == 19
constexpr auto wrong = a.index("a").projection("INCLUDE", 1);
#elif AMPLIFY_MUST_NOT_COMPILE == 20
constexpr auto wrong = a.schema("Post"_s = model).authorization("owner");
#endif
