// Made from layout.mjml by `npm run generate`. Change that file, not this one.

/** The layout of all mail as HTML with liquid placeholders. */
export const layoutHtml = `<!doctype html>
<html lang="{{ lang }}" dir="auto" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title>{{ subject }}</title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<!--[if lte mso 11]>
<style type="text/css">
.mj-outlook-group-fix { width:100% !important; }
</style>
<![endif]-->
<style type="text/css">
@media only screen and (min-width:480px) {
.mj-column-per-100 { width:100% !important; max-width: 100%; }
}
</style>
<style media="screen and (min-width:480px)">
.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }
</style>
<style type="text/css">
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.words p:last-child { margin-bottom: 0 !important; }
.title h1 { text-wrap: balance; }
.words, .link, .foot { overflow-wrap: anywhere; text-wrap: pretty; }
.link a, .foot a { text-decoration: underline; text-underline-offset: 3px; }
@media only screen and (max-width: 632px) {
.page > table > tbody > tr > td { padding: 16px 8px !important; }
.sheet > table > tbody > tr > td { padding-left: 14px !important; }
.inside > table > tbody > tr > td { padding: 28px 16px 28px 20px !important; }
.below > table > tbody > tr > td { padding-left: 36px !important; padding-right: 8px !important; }
.button table { width: 100% !important; }
.button a { display: block !important; }
}
@media (prefers-color-scheme: dark) {
body, .ground > div { background-color: #121715 !important; }
.sheet, .sheet > table { background-color: #1A201D !important; }
.sheet > table > tbody > tr > td, .rule p { border-color: #2E3632 !important; }
.inside > table > tbody > tr > td { border-left-color: #5A352F !important; }
.ink div, .ink h1, .words strong { color: #ECEFEA !important; }
.second div { color: #C3CBC5 !important; }
.foot div { color: #9DA8A1 !important; }
.link a, .foot a { color: #7FD1B9 !important; }
.button table td, .button a { background-color: #7FD1B9 !important; }
.button a { color: #0B2A22 !important; }
}
</style>
<meta name="color-scheme" content="light dark" />
<meta name="supported-color-schemes" content="light dark" />
</head>
<body  class="ground" style="word-spacing:normal;background-color:#F6F3EC;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">{{ preview }}</div>
<div
aria-label="{{ subject }}" aria-roledescription="email" role="article" lang="{{ lang }}" dir="auto" style="word-spacing:normal;background-color:#F6F3EC;"
>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="page-outlook" role="presentation" style="width:632px;" width="632" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="page" style="margin:0px auto;max-width:632px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:32px 16px 24px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="sheet-outlook" width="632px" ><table align="center" border="0" cellpadding="0" cellspacing="0" class="sheet-outlook" role="presentation" style="width:600px;" width="600" bgcolor="#FFFFFF" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="sheet" style="background:#FFFFFF;background-color:#FFFFFF;margin:0px auto;max-width:600px;border-radius:6px;overflow:hidden;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#FFFFFF;background-color:#FFFFFF;width:100%;border-collapse:separate;"
>
<tbody>
<tr>
<td
style="border:1px solid #DAD4C6;border-radius:6px;direction:ltr;font-size:0px;padding:0 0 0 32px;text-align:left;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="inside-outlook" style="vertical-align:top;width:566px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix inside" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"
>
<tbody>
<tr>
<td  style="border-left:1px solid #E7B9AE;vertical-align:top;padding:32px 40px 36px 24px;">
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%"
>
<tbody>
<tr>
<td
align="left" class="second" style="font-size:0px;padding:0 0 22px;word-break:break-word;"
>
<div
style="font-family:'Atkinson Hyperlegible Next', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif;font-size:15px;font-weight:600;line-height:1.4;text-align:left;color:#434B47;"
>{{ organisation }}</div>
</td>
</tr>
<tr>
<td
align="left" class="ink title" style="font-size:0px;padding:0 0 16px;word-break:break-word;"
>
<div
style="font-family:'Atkinson Hyperlegible Next', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif;font-size:17px;line-height:1.55;text-align:left;color:#18211E;"
><h1 style="margin: 0; font-family: 'Source Serif 4', Georgia, 'Times New Roman', serif; font-size: 28px; line-height: 1.2; font-weight: 600; letter-spacing: -0.012em; color: #18211E">{{ heading }}</h1></div>
</td>
</tr>
<tr>
<td
align="left" class="ink words" style="font-size:0px;padding:0;word-break:break-word;"
>
<div
style="font-family:'Atkinson Hyperlegible Next', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif;font-size:17px;line-height:1.55;text-align:left;color:#18211E;"
>{% for paragraph in paragraphs %}<p style="margin: 0 0 12px">{% for run in paragraph %}{% if run.strong %}<strong>{{ run.text }}</strong>{% else %}{{ run.text }}{% endif %}{% endfor %}</p>{% endfor %}</div>
</td>
</tr>
{% if links.size > 0 %}
<tr>
<td
align="left" class="ink words link" style="font-size:0px;padding:12px 0 0;word-break:break-word;"
>
<div
style="font-family:'Atkinson Hyperlegible Next', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif;font-size:17px;line-height:1.55;text-align:left;color:#18211E;"
>{% for link in links %}<p style="margin: 0 0 12px"><a href="{{ link.url }}" style="color: #0F5A49">{{ link.label }}</a></p>{% endfor %}</div>
</td>
</tr>
{% endif %}{% if button %}
<tr>
<td
align="left" class="button" style="font-size:0px;padding:24px 0 16px;word-break:break-word;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;"
>
<tbody>
<tr>
<td
align="center" bgcolor="#0F5A49" role="presentation" style="border:none;border-radius:4px;cursor:auto;mso-padding-alt:14px 24px;background:#0F5A49;" valign="middle"
>
<a
href="{{ button.url }}" style="display:inline-block;background:#0F5A49;color:#FFFFFF;font-family:'Atkinson Hyperlegible Next', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif;font-size:17px;font-weight:600;line-height:20px;margin:0;text-decoration:none;text-transform:none;padding:14px 24px;mso-padding-alt:0px;border-radius:4px;" target="_blank"
>
{{ button.label }}
</a>
</td>
</tr>
</tbody>
</table>
</td>
</tr>
<tr>
<td
align="left" class="second link" style="font-size:0px;padding:0;word-break:break-word;"
>
<div
style="font-family:'Atkinson Hyperlegible Next', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif;font-size:15px;line-height:1.5;text-align:left;color:#434B47;"
>{{ words.paste }}<br /><a href="{{ button.url }}" style="color: #0F5A49">{{ button.url }}</a></div>
</td>
</tr>
{% endif %}{% if promise %}
<tr>
<td
align="left" class="ink words" style="font-size:0px;padding:24px 0 0;word-break:break-word;"
>
<div
style="font-family:'Atkinson Hyperlegible Next', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif;font-size:17px;line-height:1.55;text-align:left;color:#18211E;"
><p style="margin: 0">{% for run in promise %}{% if run.strong %}<strong>{{ run.text }}</strong>{% else %}{{ run.text }}{% endif %}{% endfor %}</p></div>
</td>
</tr>
{% endif %}{% if notes.size > 0 %}
<tr>
<td
align="center" class="rule" style="font-size:0px;padding:24px 0;word-break:break-word;"
>
<p
style="border-top:solid 1px #DAD4C6;font-size:1px;margin:0px auto;width:100%;"
>
</p>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" style="border-top:solid 1px #DAD4C6;font-size:1px;margin:0px auto;width:501px;" role="presentation" width="501px" ><tr><td style="height:0;line-height:0;"> &nbsp;
</td></tr></table><![endif]-->
</td>
</tr>
<tr>
<td
align="left" class="second words" style="font-size:0px;padding:0;word-break:break-word;"
>
<div
style="font-family:'Atkinson Hyperlegible Next', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#434B47;"
>{% for note in notes %}<p style="margin: 0 0 12px">{% for run in note %}{% if run.strong %}<strong style="color: #18211E">{{ run.text }}</strong>{% else %}{{ run.text }}{% endif %}{% endfor %}</p>{% endfor %}</div>
</td>
</tr>
{% endif %}
</tbody>
</table>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table></td></tr><tr><td class="below-outlook" width="632px" ><table align="center" border="0" cellpadding="0" cellspacing="0" class="below-outlook" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="below" style="margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:20px 40px 8px 57px;text-align:left;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:503px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"
>
<tbody>
<tr>
<td  style="vertical-align:top;padding:0;">
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%"
>
<tbody>
<tr>
<td
align="left" class="foot" style="font-size:0px;padding:0;word-break:break-word;"
>
<div
style="font-family:'Atkinson Hyperlegible Next', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif;font-size:13px;line-height:1.55;text-align:left;color:#5A625D;"
>{{ footer.why }}<br />{% if footer.ask != '' %}{{ words.ask }} {% if footer.mailto %}<a href="mailto:{{ footer.ask }}" style="color: #0F5A49">{{ footer.ask }}</a>{% else %}{{ footer.ask }}{% endif %}<br />{% endif %}{{ words.base }} {{ footer.base }}</div>
</td>
</tr>
</tbody>
</table>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>
`
