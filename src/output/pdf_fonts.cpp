// SPDX-License-Identifier: MIT
#include "output/pdf_fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

namespace casekeeper {
namespace {

// Of one hand where there is one for a script; fontconfig finds the others.
constexpr const char* families =
    "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans Devanagari, Noto Sans Bengali, Noto Sans "
    "Gurmukhi, "
    "Noto Sans Gujarati, Noto Sans Tamil, Noto Sans Armenian, Noto Sans Georgian, DejaVu Sans, sans-serif";

// What cannot be embedded as outlines is not chosen: pictures of glyphs, colours, many styles in one file.
constexpr const char* embeddable =
    R"(<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<selectfont><rejectfont>
<pattern><patelt name="scalable"><bool>false</bool></patelt></pattern>
<pattern><patelt name="color"><bool>true</bool></patelt></pattern>
<pattern><patelt name="variable"><bool>true</bool></patelt></pattern>
</rejectfont></selectfont></fontconfig>)";

PangoFontMap* font_map() {
    PangoFontMap* const map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    FcConfig* const fonts = FcConfigCreate();
    FcConfigParseAndLoad(fonts, nullptr, FcTrue);
    FcConfigParseAndLoadFromMemory(fonts, reinterpret_cast<const FcChar8*>(embeddable), FcTrue);
    FcConfigBuildFonts(fonts);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts);
    FcConfigDestroy(fonts);  // the map keeps it
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    return map;
}

}  // namespace

PdfFonts::PdfFonts() : map_(font_map()), context_(pango_font_map_create_context(map_.get())) {
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
}

PdfFonts::~PdfFonts() {
    for (PangoFont* const font : fonts_) g_object_unref(font);
    // What the map keeps keeps the map, and pango 1.50 forgets that it holds the configuration.
    pango_fc_font_map_cache_clear(PANGO_FC_FONT_MAP(map_.get()));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), nullptr);
}

std::size_t PdfFonts::number_of(PangoFont* font) {
    const auto [place, is_new] = numbers_.try_emplace(font, fonts_.size());
    if (is_new) fonts_.push_back(PANGO_FONT(g_object_ref(font)));
    return place->second;
}

cairo_scaled_font_t* PdfFonts::scaled(std::size_t number) const {
    return pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(fonts_.at(number)));
}

PangoAttrList* with_every_letter() {
    PangoAttrList* const attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"));
    return attributes;
}

void set_font(PangoLayout* layout, bool bold) {
    PangoFontDescription* const font = pango_font_description_new();
    pango_font_description_set_family(font, families);
    pango_font_description_set_absolute_size(font, pdf_layout_size * PANGO_SCALE);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

}  // namespace casekeeper
